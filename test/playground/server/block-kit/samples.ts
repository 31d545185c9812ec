import type { Json } from '../../../../src/playground/server/types.js';

export const plain = (text: string): Json => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
export const section = (text: string): Json => ({ type: 'section', text: mrkdwn(text) });
export const option = (more: Json = {}): Json => ({ text: plain('Option'), value: 'v', ...more });
export const options = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => option({ value: `v${index}` }));
export const button = (more: Json = {}): Json => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });

const image: Json = { type: 'image', image_url: 'https://host/i.png', alt_text: 'a graph' };
const richText: Json = {
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'text', text: 'log', style: { bold: true } }] },
    { type: 'rich_text_list', style: 'ordered', elements: [{ type: 'rich_text_section', elements: [] }] },
    { type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U0' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '<x>' }], border: 0 },
  ],
};
const rows = [[{ type: 'raw_text', text: 'Code' }], [{ type: 'raw_number', value: 5, text: '5' }], [richText]];
const card: Json = { type: 'card', title: mrkdwn('401.5'), actions: [button()] };
const task: Json = { type: 'task_card', task_id: 't', title: 'Look', status: 'complete', output: richText };
const feedback = (text: string): Json => ({ text: plain(text), value: text });

/** The smallest valid block of every type that a message takes. */
export const messageBlocks: Record<string, Json> = {
  section: section('x'),
  header: { type: 'header', text: plain('x') },
  context: { type: 'context', elements: [mrkdwn('x'), image] },
  divider: { type: 'divider' },
  actions: { type: 'actions', elements: [button()] },
  image,
  input: { type: 'input', label: plain('x'), element: { type: 'plain_text_input', action_id: 'q' } },
  file: { type: 'file', external_id: 'f', source: 'remote' },
  video: {
    ...{ type: 'video', video_url: 'https://h/v', thumbnail_url: 'https://h/t.png', alt_text: 'a' },
    title: plain('x'),
  },
  rich_text: richText,
  markdown: { type: 'markdown', text: '# x' },
  table: { type: 'table', rows, column_settings: [{ align: 'left' }] },
  data_table: { type: 'data_table', rows, caption: 'Codes' },
  card,
  carousel: { type: 'carousel', elements: [card] },
  container: { type: 'container', title: plain('Steps'), child_blocks: [section('x')], is_collapsible: true },
  context_actions: {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'f',
        positive_button: feedback('Good'),
        negative_button: feedback('Bad'),
      },
    ],
  },
  task_card: task,
  plan: { type: 'plan', title: 'Plan', tasks: [task] },
};

/** What only modals take. */
export const modalBlocks: Record<string, Json> = {
  alert: { type: 'alert', text: plain('Careful'), level: 'warning' },
};

const bare = ['datepicker', 'timepicker', 'datetimepicker', 'external_select', 'users_select', 'channels_select'];
const bareInputs = ['plain_text_input', 'email_text_input', 'url_text_input', 'rich_text_input', 'file_input'];
const multi = ['multi_external_select', 'multi_users_select', 'multi_channels_select', 'multi_conversations_select'];
const withOptions = ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes'];

/** The smallest valid element of every type that an input takes, in an input block. */
export const elementSamples: Record<string, { element: Json; block: Json }> = Object.fromEntries(
  [
    ...[...bare, ...bareInputs, ...multi, 'conversations_select'].map((type): Json => ({ type, action_id: 'a' })),
    ...withOptions.map((type): Json => ({ type, action_id: 'a', options: options(2) })),
    { type: 'number_input', action_id: 'a', is_decimal_allowed: false },
  ].map((element) => [
    String(element.type),
    { element, block: { type: 'input', block_id: 'b', label: plain('x'), element } },
  ]),
);
