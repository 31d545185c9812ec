import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack, Message } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

let slack: LocalSlack;
let app: App;
let bodies: object[] = [];

beforeAll(async () => {
  slack = await startLocalSlack();
  app = await connectBot(slack, (bot) => {
    bot.action(/.*/, async ({ ack, body }) => {
      bodies.push(body);
      await ack();
    });
    bot.shortcut(/.*/, async ({ ack, body }) => {
      bodies.push(body);
      await ack();
    });
    bot.options(/.*/, async ({ ack, payload, body }) => {
      bodies.push(body);
      const texts = [`${payload.value} 1`, `${payload.value} 2`];
      await ack({ options: texts.map((text) => ({ text: { type: 'plain_text', text }, value: text })) });
    });
  });
});

afterEach(() => {
  slack.reset();
  bodies = [];
});

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

const plain = (text: string): Json => ({ type: 'plain_text', text });
const option = (value: string): Json => ({ text: plain(value), value });
const button = (action_id: string, value: string): Json => ({ type: 'button', action_id, value, text: plain(value) });
const blocks = [
  { type: 'actions', block_id: 'top', elements: [button('go', '1'), button('stop', '2')] },
  { type: 'actions', block_id: 'end', elements: [button('go', '3')] },
  {
    ...{ type: 'section', block_id: 'pick', text: plain('Pick') },
    accessory: { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
  },
];

async function card(more: Json = {}): Promise<Message> {
  const method = 'user' in more ? 'chat.postEphemeral' : 'chat.postMessage';
  await webClient(slack).apiCall(method, { channel: '#web-ops', text: 'card', blocks, ...more });
  return slack.waitForMessage(({ text }) => text === 'card');
}

describe('a click', () => {
  it('arrives as Slack sends it', async () => {
    const message = await card();
    const result = await slack.as('ben').click(message, 'stop');
    expect(result).toMatchObject({ error: null, ack: { status: 200 } });
    expect(bodies).toMatchObject([
      {
        type: 'block_actions',
        user: { id: slack.as('ben').user.id, username: 'ben', team_id: slack.team.id },
        team: { id: slack.team.id, domain: 'local-slack' },
        api_app_id: slack.botUser.appId,
        container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: false },
        channel: { id: message.channel, name: 'web-ops' },
        message: { ts: message.ts, text: 'card', bot_id: slack.botUser.botId },
        state: { values: { pick: { pick: { type: 'static_select', selected_option: null } } } },
        response_url: expect.stringContaining('/actions/'),
        trigger_id: expect.any(String),
        actions: [{ type: 'button', action_id: 'stop', block_id: 'top', value: '2', action_ts: expect.any(String) }],
      },
    ]);
  });

  it('says where it was in a thread', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    await slack.as('ana').click(await card({ thread_ts: parent.ts }), 'stop');
    expect(bodies).toMatchObject([{ container: { thread_ts: parent.ts }, message: { thread_ts: parent.ts } }]);
  });

  it('carries no message when that is ephemeral, and is for its reader only', async () => {
    const message = await card({ user: slack.as('ana').user.id });
    await slack.as('ana').click(message, 'stop');
    expect(bodies).toMatchObject([{ container: { is_ephemeral: true, message_ts: message.ts } }]);
    expect(bodies[0]).not.toHaveProperty('message');
    await expect(slack.as('ben').click(message, 'stop')).rejects.toThrow(/cannot see/);
  });

  it('picks among equal buttons by block or value, and asks when it cannot', async () => {
    const message = await card();
    const ana = slack.as('ana');
    await expect(ana.click(message, 'go')).rejects.toThrow('2 elements with the action_id "go"');
    await ana.click(message, 'go', { blockId: 'end' });
    await ana.click(message, 'go', { buttonValue: '1' });
    expect(bodies).toMatchObject([{ actions: [{ value: '3' }] }, { actions: [{ value: '1' }] }]);
    await expect(ana.click(message, 'gone')).rejects.toThrow(/no element .*"gone"; there: go in top, stop in top/);
  });

  it('chooses an option of a select', async () => {
    const message = await card();
    await slack.as('ana').click(message, 'pick', { value: 'b' });
    expect(bodies).toMatchObject([
      {
        actions: [{ type: 'static_select', selected_option: option('b') }],
        state: { values: { pick: { pick: { selected_option: option('b') } } } },
      },
    ]);
    await expect(slack.as('ana').click(message, 'pick', { value: 'c' })).rejects.toThrow('there: "a", "b"');
  });

  it('meets the message as it is now', async () => {
    const message = await card();
    await webClient(slack).chat.update({ channel: message.channel, ts: message.ts, text: 'done', blocks: [] });
    await expect(slack.as('ana').click(message, 'stop')).rejects.toThrow('no element');
    await webClient(slack).chat.delete({ channel: message.channel, ts: message.ts });
    await expect(slack.as('ana').click(message, 'stop')).rejects.toThrow('no longer there');
  });
});

describe('shortcuts', () => {
  it('arrive with the message, or with a trigger alone', async () => {
    const parent = await slack.as('ben').post('#watercooler', 'HTTP Error 401.5');
    const reply = await slack.as('ben').post('#watercooler', 'same', { threadTs: parent.ts });
    await slack.as('ana').messageShortcut('look-up', reply);
    await slack.as('ana').globalShortcut('search');
    expect(bodies).toMatchObject([
      {
        ...{ type: 'message_action', callback_id: 'look-up', message_ts: reply.ts, trigger_id: expect.any(String) },
        message: { text: 'same', thread_ts: parent.ts, user: slack.as('ben').user.id },
        channel: { id: reply.channel },
        response_url: expect.any(String),
      },
      { type: 'shortcut', callback_id: 'search', trigger_id: expect.any(String) },
    ]);
    expect(bodies[1]).not.toHaveProperty('response_url');
  });

  it('are not offered on ephemeral messages', async () => {
    const message = await card({ user: slack.as('ana').user.id });
    await expect(slack.as('ana').messageShortcut('look-up', message)).rejects.toThrow(/no shortcuts/);
  });
});

describe('type-ahead in a message', () => {
  it('asks from the third letter on', async () => {
    const select = { type: 'external_select', action_id: 'find', placeholder: plain('Find') };
    const message = await card({ blocks: [{ type: 'actions', block_id: 'b', elements: [select] }] });
    expect(await slack.as('ana').typeAhead(message, 'find', '40')).toEqual([]);
    const offered = await slack.as('ana').typeAhead(message, 'find', '401');
    expect(offered.map(({ value }) => value)).toEqual(['401 1', '401 2']);
    await slack.as('ana').click(message, 'find', { value: '401 2' });
    expect(bodies).toMatchObject([
      { type: 'block_suggestion', action_id: 'find', block_id: 'b', value: '401', message: { ts: message.ts } },
      { type: 'block_actions', actions: [{ type: 'external_select', selected_option: option('401 2') }] },
    ]);
  });
});
