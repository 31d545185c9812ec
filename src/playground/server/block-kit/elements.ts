import { isJson, objectsIn } from '../json.js';
import type { Json } from '../types.js';
import { blockLimits, elementLimits } from './limits.js';
import { anyRichText } from './rich-text.js';
import {
  also,
  array,
  boolean,
  type Check,
  complain,
  exactlyOne,
  type Fields,
  integer,
  matching,
  object,
  oneOf,
  string,
} from './schema.js';
import { choiceOption, confirm, id, link, optionGroup, plainText, selectOption, slackFile } from './text-objects.js';

const actionable: Fields = { action_id: id };
const confirmable: Fields = { ...actionable, confirm };
const focusable: Fields = { focus_on_load: boolean, placeholder: plainText(elementLimits.placeholder) };
const select: Fields = { ...confirmable, ...focusable };
const dispatching: Fields = {
  dispatch_action_config: object(
    {},
    { trigger_actions_on: array(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }) },
  ),
};
const typing: Fields = { ...actionable, ...focusable, ...dispatching };
const manySelected: Fields = { max_selected_items: integer({ min: 1, max: elementLimits.options }) };
const style = oneOf('primary', 'danger');
const buttonText = plainText(elementLimits.buttonText);
const buttonValue = string({ max: elementLimits.buttonValue });
const accessibilityLabel = string({ max: elementLimits.accessibilityLabel });
const ids = array(id, { max: elementLimits.options });
const filter = object(
  {},
  {
    include: array(oneOf('im', 'mpim', 'private', 'public'), { min: 1, max: 4 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const conversations: Fields = { ...select, default_to_current_conversation: boolean, filter };
const optionList = array(selectOption, { min: 1, max: elementLimits.options });
const groupList = array(optionGroup, { min: 1, max: elementLimits.optionGroups });
const choices = array(choiceOption, { min: 1, max: elementLimits.choices });
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');
const time = matching(/^\d{2}:\d{2}$/, 'a time as HH:mm');
const initialText = string({ max: elementLimits.plainTextInput });
const textLength = integer({ min: 0, max: elementLimits.plainTextInput });
const feedback = object({ text: buttonText, value: buttonValue }, { accessibility_label: accessibilityLabel });

export const image = exactlyOne(
  object({ alt_text: string({ min: 1, max: blockLimits.altText }) }, { image_url: link, slack_file: slackFile }),
  'image_url',
  'slack_file',
);

export const button = object(
  { text: buttonText },
  { ...confirmable, value: buttonValue, url: link, style, accessibility_label: accessibilityLabel },
);

/** Every element that a block can hold, by type; the blocks say which they take. */
export const elements = {
  button,
  image,
  workflow_button: object(
    {
      text: buttonText,
      workflow: object({
        trigger: object(
          { url: link },
          { customizable_input_parameters: array(object({ name: id, value: initialText }), { max: 100 }) },
        ),
      }),
    },
    { ...confirmable, style, accessibility_label: accessibilityLabel },
  ),
  checkboxes: withInitial(
    object({ options: choices }, { ...confirmable, focus_on_load: boolean, initial_options: choices }),
  ),
  radio_buttons: withInitial(
    object({ options: choices }, { ...confirmable, focus_on_load: boolean, initial_option: choiceOption }),
  ),
  overflow: object({ options: array(selectOption, { min: 1, max: elementLimits.overflowOptions }) }, confirmable),
  datepicker: object({}, { ...select, initial_date: date }),
  timepicker: object({}, { ...select, initial_time: time, timezone: id }),
  datetimepicker: object(
    {},
    { ...confirmable, focus_on_load: boolean, initial_date_time: integer({ min: 0, max: 9_999_999_999 }) },
  ),
  static_select: eitherOptions({ ...select, initial_option: selectOption }),
  multi_static_select: eitherOptions({ ...select, ...manySelected, initial_options: optionList }),
  external_select: object(
    {},
    { ...select, initial_option: selectOption, min_query_length: integer({ min: 0, max: 100 }) },
  ),
  multi_external_select: object(
    {},
    { ...select, ...manySelected, initial_options: optionList, min_query_length: integer({ min: 0, max: 100 }) },
  ),
  users_select: object({}, { ...select, initial_user: id }),
  multi_users_select: object({}, { ...select, ...manySelected, initial_users: ids }),
  channels_select: object({}, { ...select, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: object({}, { ...select, ...manySelected, initial_channels: ids }),
  conversations_select: object({}, { ...conversations, initial_conversation: id, response_url_enabled: boolean }),
  multi_conversations_select: object({}, { ...conversations, ...manySelected, initial_conversations: ids }),
  plain_text_input: object(
    {},
    { ...typing, initial_value: initialText, multiline: boolean, min_length: textLength, max_length: textLength },
  ),
  email_text_input: object({}, { ...typing, initial_value: initialText }),
  url_text_input: object({}, { ...typing, initial_value: initialText }),
  number_input: object(
    { is_decimal_allowed: boolean },
    { ...typing, initial_value: initialText, min_value: initialText, max_value: initialText },
  ),
  rich_text_input: object({}, { ...typing, initial_value: anyRichText }),
  file_input: object({}, { ...actionable, filetypes: ids, max_files: integer({ min: 1, max: 10 }) }),
  feedback_buttons: object({ positive_button: feedback, negative_button: feedback }, actionable),
  icon_button: object(
    { icon: id, text: buttonText },
    { ...confirmable, value: buttonValue, accessibility_label: accessibilityLabel, visible_to_user_ids: ids },
  ),
} satisfies Record<string, Check>;

export type ElementType = keyof typeof elements;

function eitherOptions(fields: Fields): Check {
  const either = exactlyOne(
    object({}, { ...fields, options: optionList, option_groups: groupList }),
    'options',
    'option_groups',
  );
  return withInitial(either);
}

/** What is chosen at first has to be one of the options, text and all. */
function withInitial(check: Check): Check {
  return also(check, (value, at, problems) => {
    const groups = objectsIn(value.option_groups).flatMap((group) => objectsIn(group.options));
    const known = [...objectsIn(value.options), ...groups].map(nameOf);
    if (isJson(value.initial_option) && !known.includes(nameOf(value.initial_option))) {
      complain(problems, 'initial_option must be one of the options', `${at}/initial_option`);
    }
    for (const [index, option] of objectsIn(value.initial_options).entries()) {
      if (known.includes(nameOf(option))) continue;
      complain(problems, 'initial_options must be among the options', `${at}/initial_options/${index}`);
    }
  });
}

function nameOf({ value, text }: Json): string {
  return JSON.stringify([value, isJson(text) ? text.text : null]);
}

/** The checks of these element types, for `byType`. */
export function pick(types: readonly ElementType[]): Record<string, Check> {
  return Object.fromEntries(types.map((type) => [type, elements[type]]));
}
