import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;
let client: WebClient;

beforeAll(async () => {
  slack = await startLocalSlack();
  client = webClient(slack);
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

/** Calls with arguments that the client's types would refuse. */
async function errorOf(method: string, args: Json): Promise<unknown> {
  return client.apiCall(method, args).then(
    () => null,
    (error) => error.data?.error,
  );
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const long = (length: number) => Array.from({ length: Math.ceil(length / 3000) }, () => section('x'.repeat(3000)));

describe('chat.postMessage', () => {
  it('posts as the bot, in a thread too', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    const answer = await client.chat.postMessage({ channel: parent.channel, thread_ts: parent.ts, text: 'here' });
    expect(answer.message).toMatchObject({ text: 'here', bot_id: slack.botUser.botId, thread_ts: parent.ts });
    expect(slack.messages('#web-ops')).toMatchObject([{ reply_count: 1, latest_reply: answer.ts }, { text: 'here' }]);
  });

  it('takes a user id for the DM', async () => {
    const { user } = slack.as('ana');
    const { channel } = await client.chat.postMessage({ channel: user.id, text: 'hi' });
    expect(channel).toBe(slack.channel('@ana').id);
    expect(channel).toMatch(/^D/);
  });

  it('gives ids to blocks and elements that have none', async () => {
    const actions = { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] };
    await client.apiCall('chat.postMessage', { channel: '#web-ops', text: 'x', blocks: [actions] });
    const [message] = slack.messages('#web-ops');
    expect(message?.blocks?.[0]).toMatchObject({
      block_id: expect.stringMatching(/^\w{5}$/),
      elements: [{ action_id: expect.stringMatching(/^\w{5}$/) }],
    });
  });

  it.each<[string, Json]>([
    ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
    ['channel_not_found', { channel: '#war-room', text: 'x' }],
    ['not_in_channel', { channel: '#watercooler', text: 'x' }],
    ['invalid_arguments', { text: 'x' }],
    ['no_text', { channel: '#web-ops' }],
    ['no_text', { channel: '#web-ops', text: '  ' }],
    ['no_text', { channel: '#web-ops', blocks: [] }],
    [
      'metadata_too_large',
      { channel: '#web-ops', text: 'x', metadata: { event_type: 'a', event_payload: { b: 'x'.repeat(8000) } } },
    ],
    ['invalid_blocks_format', { channel: '#web-ops', text: 'x', blocks: '{not json' }],
    ['invalid_blocks_format', { channel: '#web-ops', text: 'x', blocks: '{}' }],
    ['invalid_blocks', { channel: '#web-ops', text: 'x', blocks: [section('')] }],
    ['msg_blocks_too_long', { channel: '#web-ops', text: 'x', blocks: long(13_201) }],
    ['invalid_thread_ts', { channel: '#web-ops', text: 'x', thread_ts: 'yesterday' }],
    ['invalid_metadata_format', { channel: '#web-ops', text: 'x', metadata: { event_type: 'a' } }],
    ['markdown_text_conflict', { channel: '#web-ops', text: 'x', markdown_text: '# x' }],
  ])('answers %s to %j', async (error, args) => {
    expect(await errorOf('chat.postMessage', args)).toBe(error);
    expect(slack.messages('#web-ops')).toEqual([]);
  });

  it('cuts a text that is too long, and warns of it', async () => {
    const answer = await client.chat.postMessage({ channel: '#web-ops', text: 'x'.repeat(40_001) });
    expect(answer.response_metadata?.warnings).toEqual(['message_truncated']);
    expect(slack.messages('#web-ops')[0]?.text).toHaveLength(40_000);
  });

  it('posts into the channel when the first message of the thread is gone, and the answer names no thread', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    await slack.as('ana').delete(parent);
    const answer = await client.chat.postMessage({ channel: parent.channel, thread_ts: parent.ts, text: 'here' });
    expect(answer.message).not.toHaveProperty('thread_ts');
    expect(slack.messages('#web-ops')).toMatchObject([{ text: 'here' }]);
  });

  it('keeps the thread of a deleted message that has replies', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    await slack.as('ben').post('#web-ops', 'me too', { threadTs: parent.ts });
    await slack.as('ana').delete(parent);
    const answer = await client.chat.postMessage({ channel: parent.channel, thread_ts: parent.ts, text: 'here' });
    expect(answer.message).toHaveProperty('thread_ts', parent.ts);
  });

  it('refuses the ts of a reply as a thread', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    const reply = await slack.as('ben').post('#web-ops', 'me too', { threadTs: parent.ts });
    const args = { channel: parent.channel, thread_ts: reply.ts, text: 'here' };
    expect(await errorOf('chat.postMessage', args)).toBe('cannot_reply_to_message');
  });

  it('takes what stands exactly at the limits', async () => {
    const { response_metadata } = await client.chat.postMessage({ channel: '#web-ops', text: 'x'.repeat(40_000) });
    expect(response_metadata?.warnings).toBeUndefined();
    const blocks = [...long(12_000), section('x'.repeat(1200))];
    expect(await errorOf('chat.postMessage', { channel: '#web-ops', text: 'x', blocks })).toBeNull();
  });

  it('names what is wrong with blocks by JSON pointer', async () => {
    const blocks = [section('fine'), section('x'.repeat(3001))];
    await expect(client.apiCall('chat.postMessage', { channel: '#web-ops', text: 'x', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
        },
      },
    });
  });

  it('follows the bot in and out of channels, and archiving', async () => {
    slack.inviteBot('#watercooler');
    expect(await errorOf('chat.postMessage', { channel: '#watercooler', text: 'x' })).toBeNull();
    slack.removeBotFrom('#web-ops');
    expect(await errorOf('chat.postMessage', { channel: '#web-ops', text: 'x' })).toBe('not_in_channel');
    slack.archive('#incident-4711');
    expect(await errorOf('chat.postMessage', { channel: '#incident-4711', text: 'x' })).toBe('is_archived');
    slack.reset();
    expect(await errorOf('chat.postMessage', { channel: '#web-ops', text: 'x' })).toBeNull();
  });
});

describe('chat.postEphemeral', () => {
  it('is seen by its user only, and cannot be updated', async () => {
    const { channel } = await slack.as('ana').post('#web-ops', 'help');
    const { message_ts } = await client.chat.postEphemeral({ channel, user: slack.as('ana').user.id, text: 'psst' });
    expect(slack.messages('#web-ops', { as: 'ana' }).map(({ text }) => text)).toEqual(['help', 'psst']);
    expect(slack.messages('#web-ops', { as: 'ben' }).map(({ text }) => text)).toEqual(['help']);
    expect(await errorOf('chat.update', { channel, ts: message_ts, text: 'new' })).toBe('message_not_found');
  });

  it('is shown in a thread only when that has replies', async () => {
    const { channel, ts } = await slack.as('ana').post('#web-ops', 'help');
    const user = slack.as('ana').user.id;
    const shown = () => slack.messages('#web-ops', { as: 'ana' }).filter(({ ephemeral_to }) => ephemeral_to === user);
    expect(await errorOf('chat.postEphemeral', { channel, user, text: 'psst', thread_ts: ts })).toBeNull();
    expect(await errorOf('chat.postEphemeral', { channel, user, text: 'psst', thread_ts: '1.000001' })).toBeNull();
    expect(shown()).toEqual([]);
    await slack.as('ben').post('#web-ops', 'me too', { threadTs: ts });
    await client.chat.postEphemeral({ channel, user, text: 'psst', thread_ts: ts });
    expect(shown()).toMatchObject([{ thread_ts: ts }]);
  });

  it('answers user_not_in_channel', async () => {
    expect(await errorOf('chat.postEphemeral', { channel: '#web-ops', user: 'U0NOBODY', text: 'x' })).toBe(
      'user_not_in_channel',
    );
  });
});

describe('chat.update and chat.delete', () => {
  it('change own messages; blocks that are not named stay', async () => {
    const posted = await client.chat.postMessage({ channel: '#web-ops', text: 'one', blocks: [section('block')] });
    const place = { channel: posted.channel ?? '', ts: posted.ts ?? '' };
    await client.chat.update({ ...place, text: 'two' });
    expect(slack.messages('#web-ops')).toMatchObject([{ text: 'two', blocks: [section('block')], edited: {} }]);
    await client.chat.delete(place);
    expect(slack.messages('#web-ops')).toEqual([]);
    expect(await errorOf('chat.delete', place)).toBe('message_not_found');
  });

  it('take shorter texts than a new message, and none in an archived channel', async () => {
    const { channel = '', ts = '' } = await client.chat.postMessage({ channel: '#web-ops', text: 'one' });
    expect(await errorOf('chat.update', { channel, ts, text: 'x'.repeat(4001) })).toBe('msg_too_long');
    expect(await errorOf('chat.update', { channel, ts, text: 'x'.repeat(4000) })).toBeNull();
    slack.archive('#web-ops');
    expect(await errorOf('chat.update', { channel, ts, text: 'two' })).toBe('is_inactive');
    expect(await errorOf('chat.delete', { channel, ts })).toBe('is_archived');
  });

  it.each([
    ['chat.update', 'cant_update_message'],
    ['chat.delete', 'cant_delete_message'],
  ])('%s answers %s to the message of somebody else', async (method, error) => {
    const { channel, ts } = await slack.as('ana').post('#web-ops', 'mine');
    expect(await errorOf(method, { channel, ts, text: 'x' })).toBe(error);
  });
});

describe('chat.getPermalink', () => {
  it('names channel, message and thread', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    const reply = await slack.as('ben').post('#web-ops', 'me too', { threadTs: parent.ts });
    const { permalink } = await client.chat.getPermalink({ channel: reply.channel, message_ts: reply.ts });
    expect(permalink).toBe(
      `https://local-slack.slack.com/archives/C0WEBOPS0/p${reply.ts.replace('.', '')}?thread_ts=${parent.ts}&cid=C0WEBOPS0`,
    );
  });
});
