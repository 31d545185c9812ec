import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack, View } from '../../../../src/playground/server/types.js';
import { connectBot } from '../bots.js';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const option = (value: string): Json => ({ text: plain(value), value });
const input = (block_id: string, element: Json): Json => {
  return { type: 'input', block_id, label: plain(block_id), element, optional: true };
};
const view: Json = {
  ...{ type: 'modal', callback_id: 'form', title: plain('Form'), submit: plain('Send') },
  blocks: [
    input('articles', { type: 'multi_external_select', action_id: 'choice', initial_options: [option('first')] }),
    input('article', { type: 'external_select', action_id: 'choice' }),
    input('level', {
      type: 'static_select',
      action_id: 'level',
      options: [option('low')],
      initial_option: option('low'),
    }),
    input('words', { type: 'plain_text_input', action_id: 'words', initial_value: 'some' }),
  ],
};

let slack: LocalSlack;
let app: App;
let submitted: View | null = null;

beforeAll(async () => {
  slack = await startLocalSlack();
  app = await connectBot(slack, (bot) => {
    bot.shortcut('form', async ({ ack, shortcut, client }) => {
      await ack();
      await client.apiCall('views.open', { trigger_id: shortcut.trigger_id, view });
    });
    bot.options('choice', async ({ ack, payload }) => {
      await ack({
        options: [{ text: { type: 'plain_text', text: payload.value }, value: `${payload.block_id}-${payload.value}` }],
      });
    });
    bot.view('form', async ({ ack, body }) => {
      submitted = body.view as unknown as View;
      await ack();
    });
  });
});
afterEach(() => slack.reset());
afterAll(async () => {
  await app.stop();
  await slack.stop();
});

async function opened(): Promise<View> {
  await slack.as('ana').globalShortcut('form');
  return slack.waitForView('ana');
}

describe('choosing', () => {
  it('takes what an earlier type-ahead offered, and what was chosen from the start', async () => {
    const ana = slack.as('ana');
    const form = await opened();
    await ana.typeAhead(form, 'choice', '401', { blockId: 'articles' });
    await ana.typeAhead(form, 'choice', '500', { blockId: 'articles' });
    await ana.typeAhead(form, 'choice', 'nothing more', { blockId: 'articles' });
    await ana.submit(form, { articles: { choice: ['first', 'articles-401', 'articles-500'] } });
    expect(submitted?.state.values.articles?.choice?.selected_options).toMatchObject([
      { value: 'first' },
      { value: 'articles-401' },
      { value: 'articles-500' },
    ]);
  });

  it('tells elements with the same action_id apart by their blocks', async () => {
    const ana = slack.as('ana');
    const form = await opened();
    await ana.typeAhead(form, 'choice', '404', { blockId: 'article' });
    await expect(ana.submit(form, { choice: 'article-404' })).rejects.toThrow('2 elements');
    await ana.submit(form, { article: { choice: 'article-404' } });
    expect(submitted?.state.values).toMatchObject({
      article: { choice: { selected_option: { value: 'article-404' } } },
      articles: { choice: { selected_options: [{ value: 'first' }] } },
    });
  });

  it('can be taken back: a cleared select or text holds nothing', async () => {
    await slack.as('ana').submit(await opened(), { articles: { choice: [] }, level: '', words: '' });
    expect(submitted?.state.values).toMatchObject({
      articles: { choice: { selected_options: [] } },
      level: { level: { selected_option: null } },
      words: { words: { value: null } },
    });
  });
});
