import type { App, ViewResponseAction } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack, View } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

let slack: LocalSlack;
let app: App;
let bodies: Json[] = [];
/** What the bot acknowledges the next submission with. */
let answer: unknown;

beforeAll(async () => {
  slack = await startLocalSlack();
  app = await connectBot(slack, (bot) => {
    bot.shortcut('search', async ({ ack, shortcut, client }) => {
      await ack();
      await client.apiCall('views.open', { trigger_id: shortcut.trigger_id, view: searchView });
    });
    bot.options('article', async ({ ack, payload }) => {
      const option = { text: { type: 'plain_text' as const, text: `About ${payload.value}` }, value: 'Q1' };
      await ack({ options: Array.from({ length: payload.value === 'many' ? 101 : 1 }, () => option) });
    });
    bot.action('more', async ({ ack, body }) => {
      bodies.push({ ...body });
      await ack();
    });
    bot.view({ type: 'view_closed', callback_id: 'search' }, async ({ ack, body }) => {
      bodies.push({ ...body });
      await ack();
    });
    bot.view('search', async ({ ack, body }) => {
      bodies.push({ ...body });
      await (isAnswer(answer) ? ack(answer) : ack());
    });
  });
});

afterEach(() => {
  slack.reset();
  bodies = [];
  answer = undefined;
});

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

/** Lets a test answer with what Bolt's types would refuse. */
function isAnswer(value: unknown): value is ViewResponseAction {
  return value !== undefined;
}

const plain = (text: string): Json => ({ type: 'plain_text', text });
const input = (block_id: string, element: Json, more: Json = {}): Json => ({
  ...{ type: 'input', block_id, label: plain(block_id), element },
  ...more,
});
const searchView: Json = {
  ...{ type: 'modal', callback_id: 'search', title: plain('Search'), submit: plain('Find'), notify_on_close: true },
  blocks: [
    input('question', { type: 'plain_text_input', action_id: 'words', max_length: 20 }),
    input('pick', { type: 'external_select', action_id: 'article', min_query_length: 0 }, { optional: true }),
    input('level', {
      type: 'static_select',
      action_id: 'level',
      options: ['low', 'high'].map(option),
      initial_option: option('low'),
    }),
    { type: 'actions', block_id: 'buttons', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] },
  ],
};

function option(value: string): Json {
  return { text: plain(value), value };
}

async function opened(): Promise<View> {
  await slack.as('ana').globalShortcut('search');
  return slack.waitForView('ana');
}

describe('a modal', () => {
  it('opens from a trigger, is filled in and submitted', async () => {
    const ana = slack.as('ana');
    const view = await opened();
    const [offered] = await ana.typeAhead(view, 'article', '401');
    const result = await ana.submit(view, { words: '401.5 ntlm', article: offered?.value ?? '' });
    expect(result).toMatchObject({ error: null, errors: {}, view: null });
    expect(bodies).toMatchObject([
      {
        type: 'view_submission',
        user: { id: ana.user.id },
        view: {
          id: view.id,
          state: {
            values: {
              question: { words: { type: 'plain_text_input', value: '401.5 ntlm' } },
              pick: { article: { selected_option: { value: 'Q1', text: plain('About 401') } } },
              level: { level: { selected_option: option('low') } },
            },
          },
        },
      },
    ]);
    expect(ana.openView()).toBeNull();
  });

  it('offers no options that come too late, or more than a hundred', async () => {
    const view = await opened();
    slack.delayDeliveries(3_000);
    await expect(slack.as('ana').typeAhead(view, 'article', '401')).rejects.toMatchObject({
      code: 'operation_timeout',
    });
    slack.delayDeliveries(0);
    await expect(slack.as('ana').typeAhead(view, 'article', 'many')).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
  });

  it('is stopped by Slack’s client when an input is empty or too long', async () => {
    const view = await opened();
    expect((await slack.as('ana').submit(view)).errors).toEqual({ question: 'Please complete this required field.' });
    const tooLong = await slack.as('ana').submit(view, { words: 'x'.repeat(21) });
    expect(tooLong).toMatchObject({ ack: null, errors: { question: 'Must be at most 20 characters.' } });
    expect(bodies).toEqual([]);
  });

  it.each<[string, unknown, Json]>([
    [
      'errors stay in the view',
      { response_action: 'errors', errors: { question: 'No such code' } },
      { error: null, errors: { question: 'No such code' }, view: { callback_id: 'search' } },
    ],
    [
      'update replaces it',
      { response_action: 'update', view: { type: 'modal', title: plain('Found'), blocks: [] } },
      { view: { title: plain('Found') } },
    ],
    [
      'push puts one on top',
      { response_action: 'push', view: { type: 'modal', title: plain('Found'), blocks: [] } },
      { view: { title: plain('Found') } },
    ],
    ['clear closes all', { response_action: 'clear' }, { view: null }],
    [
      'errors on a block that is no input are refused',
      { response_action: 'errors', errors: { buttons: 'x' } },
      { error: 'invalid_command_response', view: { callback_id: 'search' } },
    ],
    [
      'a view that Slack refuses is refused',
      { response_action: 'update', view: { type: 'modal', blocks: [] } },
      { error: 'invalid_command_response' },
    ],
    ['an unknown action is refused', { response_action: 'explode' }, { error: 'invalid_command_response' }],
  ])('%s', async (_what, acknowledged, expected) => {
    answer = acknowledged;
    const view = await opened();
    expect(await slack.as('ana').submit(view, { words: 'x' })).toMatchObject(expected);
  });

  it('keeps what was typed when an update keeps the ids', async () => {
    const view = await opened();
    await slack.as('ana').clickInView(view, 'words', { value: 'typed' });
    await webClient(slack).apiCall('views.update', { view_id: view.id, view: searchView });
    const updated = slack.as('ana').openView();
    expect(updated?.state.values.question).toEqual({ words: { type: 'plain_text_input', value: 'typed' } });
    expect(updated?.hash).not.toBe(view.hash);
  });

  it('sends clicks with the view and its state, without channel or response_url', async () => {
    const view = await opened();
    await slack.as('ana').clickInView(view, 'more');
    expect(bodies).toMatchObject([
      { type: 'block_actions', container: { type: 'view', view_id: view.id }, view: { id: view.id } },
    ]);
    expect(bodies[0]).not.toHaveProperty('response_url');
    expect(bodies[0]).not.toHaveProperty('message');
  });

  it('is used as it stands now, and only while it is open', async () => {
    const ana = slack.as('ana');
    const view = await opened();
    const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'other', text: plain('Other') }] }];
    await webClient(slack).apiCall('views.update', { view_id: view.id, view: { ...searchView, blocks } });
    await expect(ana.clickInView(view, 'more')).rejects.toThrow(/no element .*"more"; there: other/);
    await ana.closeView(view);
    await expect(ana.clickInView(view, 'other')).rejects.toThrow(/is not open for ana/);
  });

  it('closes the whole stack when clear_on_close is set', async () => {
    const view = await opened();
    answer = {
      response_action: 'push',
      view: { type: 'modal', title: plain('Found'), blocks: [], clear_on_close: true },
    };
    const { view: top } = await slack.as('ana').submit(view, { words: 'x' });
    if (top === null) throw new Error('nothing was pushed');
    await slack.as('ana').closeView(top);
    expect(slack.views('ana')).toEqual([]);
  });

  it('tells the bot that it was closed, when asked to', async () => {
    const view = await opened();
    await slack.as('ana').closeView(view, { all: true });
    expect(bodies).toMatchObject([{ type: 'view_closed', is_cleared: true, view: { id: view.id } }]);
    expect(slack.views('ana')).toEqual([]);
    await expect(slack.as('ana').submit(view)).rejects.toThrow(/not on top/);
  });
});
