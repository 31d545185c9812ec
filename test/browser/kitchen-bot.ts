import type { App } from '@slack/bolt';
import type { KnownBlock, View } from '@slack/types';

/** A bot that uses every element that a person can use, and says in its log what it heard. */
export interface KitchenBot {
  /** What came in, oldest first: `action <id> <value>`, `submit …`, `closed …`, `options <text>`, `refused <error>`. */
  readonly heard: string[];
  listen(app: App): void;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

export const messageBlocks: KnownBlock[] = [
  { type: 'section', text: { type: 'mrkdwn', text: 'What shall I do?' } },
  {
    type: 'actions',
    block_id: 'do',
    elements: [
      { type: 'button', action_id: 'slow', text: plain('Take your time') },
      {
        type: 'button',
        action_id: 'wipe',
        text: plain('Wipe the disk'),
        style: 'danger',
        confirm: { title: plain('Really?'), text: plain('*All* of it.'), confirm: plain('Wipe'), deny: plain('Stop') },
      },
      {
        type: 'static_select',
        action_id: 'server',
        placeholder: plain('A server'),
        options: ['Web01', 'Web02'].map(option),
      },
      { type: 'overflow', action_id: 'more', options: ['Restart', 'Recycle'].map(option) },
      { type: 'button', action_id: 'broken', text: plain('Break') },
    ],
  },
];

function firstView(note: string): View {
  return {
    type: 'modal',
    callback_id: 'first',
    notify_on_close: true,
    title: plain('Everything'),
    submit: plain('Send'),
    blocks: [
      {
        type: 'section',
        block_id: 'note',
        text: plain(note),
        accessory: { type: 'button', action_id: 'update', text: plain('Update') },
      },
      { type: 'actions', block_id: 'go', elements: [{ type: 'button', action_id: 'push', text: plain('Deeper') }] },
      {
        type: 'input',
        block_id: 'words',
        label: plain('Words'),
        hint: plain('Two at least'),
        element: { type: 'plain_text_input', action_id: 'a', min_length: 3 },
      },
      {
        type: 'input',
        block_id: 'article',
        label: plain('Article'),
        optional: true,
        element: { type: 'external_select', action_id: 'pick', min_query_length: 2, placeholder: plain('Type an id') },
      },
      {
        type: 'input',
        block_id: 'sites',
        label: plain('Sites'),
        optional: true,
        element: {
          type: 'multi_static_select',
          action_id: 'a',
          placeholder: plain('Any'),
          option_groups: [
            { label: plain('Inside'), options: ['Intranet', 'Wiki'].map(option) },
            { label: plain('Outside'), options: ['Shop', 'Blog'].map(option) },
          ],
        },
      },
      {
        type: 'input',
        block_id: 'who',
        label: plain('Who'),
        optional: true,
        element: { type: 'users_select', action_id: 'a' },
      },
      {
        type: 'input',
        block_id: 'how',
        label: plain('How'),
        optional: true,
        element: { type: 'radio_buttons', action_id: 'a', options: ['Fast', 'Safe'].map(option) },
      },
      {
        type: 'input',
        block_id: 'also',
        label: plain('Also'),
        optional: true,
        element: { type: 'checkboxes', action_id: 'a', options: ['Log', 'Mail'].map(option) },
      },
      {
        type: 'input',
        block_id: 'day',
        label: plain('Day'),
        optional: true,
        element: { type: 'datepicker', action_id: 'a' },
      },
    ],
  };
}

function deeperView(depth: number): View {
  return {
    type: 'modal',
    callback_id: `depth-${depth}`,
    title: plain(`Level ${depth}`),
    close: plain('Back'),
    submit: plain('Done'),
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'push', value: String(depth), text: plain('Deeper') }],
      },
      {
        type: 'input',
        block_id: 'before',
        optional: true,
        label: plain('Before it'),
        element: { type: 'plain_text_input', action_id: 'a' },
      },
      {
        type: 'input',
        block_id: 'x',
        optional: true,
        label: plain(`Word ${depth}`),
        element: { type: 'plain_text_input', action_id: 'a', focus_on_load: true },
      },
    ],
  };
}

export function kitchenBot(): KitchenBot {
  const heard: string[] = [];
  return {
    heard,
    listen(app) {
      app.command('/kb', async ({ ack, client, body, command }) => {
        if (command.text === 'blocks') return ack({ text: 'What shall I do?', blocks: messageBlocks });
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: firstView('As it was') });
      });
      app.action('slow', async ({ ack }) => {
        heard.push('action slow');
        await new Promise((resolve) => setTimeout(resolve, 700));
        await ack();
      });
      app.event('app_home_opened', async ({ client, event }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: messageBlocks } });
      });
      app.action('broken', async () => Promise.resolve());
      app.action('update', async ({ ack, body, client }) => {
        await ack();
        const view = 'view' in body ? body.view : undefined;
        if (view === undefined) return;
        heard.push(`update ${view.state.values.words?.a?.value}`);
        await client.views.update({ view_id: view.id, hash: view.hash, view: firstView('As it is now') });
      });
      app.action({ type: 'block_actions', action_id: 'push' }, async ({ ack, body, action, client }) => {
        await ack();
        const depth = 'value' in action && typeof action.value === 'string' ? Number(action.value) + 1 : 2;
        await client.views
          .push({ trigger_id: body.trigger_id, view: deeperView(depth) })
          .catch((error) => heard.push(`refused ${error.data?.error}`));
      });
      app.action({ type: 'block_actions', action_id: /^(?:wipe|server|more)$/ }, async ({ ack, action }) => {
        const chosen = 'selected_option' in action ? action.selected_option?.value : '';
        heard.push(`action ${'action_id' in action ? action.action_id : ''} ${chosen}`.trim());
        await ack();
      });
      app.options('pick', async ({ ack, payload }) => {
        heard.push(`options ${payload.value}`);
        await ack({
          options: ['S40105', 'S40103', 'S50019']
            .filter((id) => id.startsWith(payload.value.toUpperCase()))
            .map(option),
        });
      });
      app.view('first', async ({ ack, view }) => {
        const { values } = view.state;
        if (values.words?.a?.value === 'wrong')
          return ack({ response_action: 'errors', errors: { words: 'Not that one.' } });
        heard.push(`submit ${JSON.stringify(values)}`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await ack();
      });
      app.view(/^depth-/, async ({ ack, view }) => {
        heard.push(`submit ${view.callback_id}`);
        await ack({ response_action: 'clear' });
      });
      app.view({ type: 'view_closed', callback_id: 'first' }, async ({ ack, body }) => {
        heard.push(`closed first ${'is_cleared' in body && body.is_cleared ? 'all' : 'one'}`);
        await ack();
      });
    },
  };
}
