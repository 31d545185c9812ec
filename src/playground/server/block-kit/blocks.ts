import { type ElementType, image, pick } from './elements.js';
import { blockLimits, messageLimits } from './limits.js';
import { newBlocks } from './new-blocks.js';
import { richText } from './rich-text.js';
import {
  also,
  array,
  boolean,
  byType,
  type Check,
  complain,
  exactlyOne,
  type Fields,
  object,
  string,
} from './schema.js';
import { anyText, id, link, plainText, slackFile } from './text-objects.js';

const block: Fields = { block_id: id };

const selects: readonly ElementType[] = [
  ...(['static_select', 'external_select', 'users_select', 'channels_select', 'conversations_select'] as const),
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
];
const pickers: readonly ElementType[] = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons'];

const accessory = byType(pick(['button', 'workflow_button', 'image', 'overflow', ...pickers, ...selects]));
const actionsElement = byType(
  pick(['button', 'workflow_button', 'overflow', 'datetimepicker', 'rich_text_input', ...pickers, ...selects]),
);
const inputElement = byType(
  pick([
    ...(['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'] as const),
    'file_input',
    'datetimepicker',
    ...pickers,
    ...selects,
  ]),
);

const section = also(
  object(
    {},
    {
      ...block,
      accessory,
      text: anyText(blockLimits.text),
      fields: array(anyText(blockLimits.sectionField), { min: 1, max: blockLimits.sectionFields }),
      expand: boolean,
    },
  ),
  (value, at, problems) => {
    if (value.text === undefined && value.fields === undefined)
      complain(problems, 'missing required field: text or fields', at);
  },
);

const imageBlock = exactlyOne(
  object(
    { alt_text: string({ min: 1, max: blockLimits.altText }) },
    { ...block, image_url: link, slack_file: slackFile, title: plainText(blockLimits.imageTitle) },
  ),
  'image_url',
  'slack_file',
);

const video = object(
  {
    video_url: link,
    thumbnail_url: link,
    alt_text: string({ min: 1, max: blockLimits.altText }),
    title: plainText(blockLimits.videoTitle),
  },
  {
    ...block,
    title_url: link,
    author_name: string({ max: 50 }),
    provider_name: string({ max: 50 }),
    provider_icon_url: link,
    description: plainText(blockLimits.videoTitle),
  },
);

/** Every block type and its schema. */
export const blocks: Record<string, Check> = {
  section,
  video,
  image: imageBlock,
  rich_text: richText,
  divider: object({}, block),
  header: object({ text: plainText(blockLimits.header) }, block),
  context: object({ elements: array(contextElement(), { min: 1, max: blockLimits.contextElements }) }, block),
  actions: object({ elements: array(actionsElement, { min: 1, max: blockLimits.actionsElements }) }, block),
  input: object(
    { label: plainText(blockLimits.label), element: inputElement },
    { ...block, hint: plainText(blockLimits.label), optional: boolean, dispatch_action: boolean },
  ),
  file: object({ external_id: id, source: id }, block),
  markdown: object({ text: string({ min: 1, max: messageLimits.markdown }) }, block),
  ...newBlocks({ block, child: childBlock }),
};

const childTypes = [
  'actions',
  'context',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
];

/** What a container holds: the older blocks, and no other container. */
function childBlock(value: unknown, at: string, problems: string[]): void {
  byType(Object.fromEntries(childTypes.map((type) => [type, (...args) => blocks[type]?.(...args)])))(
    value,
    at,
    problems,
  );
}

function contextElement(): Check {
  const text = anyText(blockLimits.text);
  return byType({ image, plain_text: text, mrkdwn: text });
}
