import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack, Message } from '../../../../src/playground/server/types.js';
import { webClient } from '../bots.js';

let slack: LocalSlack;
let client: WebClient;

beforeAll(async () => {
  slack = await startLocalSlack();
  client = webClient(slack);
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

async function thread(replies: number): Promise<Message> {
  const parent = await slack.as('ana').post('#web-ops', 'parent');
  for (let count = 1; count <= replies; count += 1) {
    await slack.as('ben').post('#web-ops', `reply ${count}`, { threadTs: parent.ts });
  }
  return parent;
}

const texts = (messages: { text?: string }[] = []) => messages.map(({ text }) => text);

describe('conversations.replies', () => {
  it('gives the parent and its replies, page by page', async () => {
    const { channel, ts } = await thread(4);
    const first = await client.conversations.replies({ channel, ts, limit: 3 });
    expect(texts(first.messages)).toEqual(['parent', 'reply 1', 'reply 2']);
    expect(first.has_more).toBe(true);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.replies({ channel, ts, limit: 3, cursor });
    expect(texts(second.messages)).toEqual(['reply 3', 'reply 4']);
    expect(second.has_more).toBe(false);
  });

  it('gives only the reply itself for the ts of a reply, and leaves ephemeral messages out', async () => {
    const parent = await thread(1);
    const user = slack.as('ana').user.id;
    await client.chat.postEphemeral({ channel: parent.channel, user, thread_ts: parent.ts, text: 'psst' });
    const [, reply] = slack.messages('#web-ops');
    const answer = await client.conversations.replies({ channel: parent.channel, ts: reply?.ts ?? '' });
    expect(texts(answer.messages)).toEqual(['reply 1']);
    expect(texts((await client.conversations.replies({ channel: parent.channel, ts: parent.ts })).messages)).toEqual([
      'parent',
      'reply 1',
    ]);
  });

  it.each([
    ['thread_not_found', '#web-ops'],
    ['not_in_channel', '#watercooler'],
    ['channel_not_found', '#war-room'],
  ])('answers %s in %s', async (error, channel) => {
    await expect(client.conversations.replies({ channel, ts: '1.000001' })).rejects.toMatchObject({ data: { error } });
  });
});

describe('conversations.history', () => {
  it('gives the newest first, without replies, between two times', async () => {
    await thread(1);
    const second = await slack.as('ana').post('#web-ops', 'second');
    await slack.as('ana').post('#web-ops', 'third');
    const { channel } = second;
    expect(texts((await client.conversations.history({ channel })).messages)).toEqual(['third', 'second', 'parent']);
    const upTo = { channel, latest: second.ts, limit: 1 };
    expect(texts((await client.conversations.history({ ...upTo, inclusive: true })).messages)).toEqual(['second']);
    expect(texts((await client.conversations.history(upTo)).messages)).toEqual(['parent']);
  });

  it('answers invalid_cursor and invalid_limit', async () => {
    const channel = '#web-ops';
    await expect(client.conversations.history({ channel, cursor: 'x' })).rejects.toThrow('invalid_cursor');
    await expect(client.conversations.history({ channel, limit: -1 })).rejects.toThrow('invalid_limit');
  });
});

describe('the other conversations and users', () => {
  it('describes channels that the bot may see', async () => {
    const { channel } = await client.conversations.info({ channel: '#watercooler' });
    expect(channel).toMatchObject({ name: 'watercooler', is_member: false, is_private: false });
    await expect(client.conversations.info({ channel: '#war-room' })).rejects.toThrow('channel_not_found');
    const { members } = await client.conversations.members({ channel: '#web-ops' });
    expect(members).toContain(slack.botUser.id);
  });

  it('opens the DM with a person', async () => {
    const { channel } = await client.conversations.open({ users: slack.as('ben').user.id });
    expect(channel?.id).toBe(slack.channel('@ben').id);
    await expect(client.conversations.open({ users: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });

  it('tells who people are, and their locale when asked', async () => {
    const user = slack.as('chloe').user.id;
    expect((await client.users.info({ user, include_locale: true })).user).toMatchObject({
      name: 'chloe',
      locale: 'fr-FR',
    });
    expect((await client.users.info({ user })).user).not.toHaveProperty('locale');
    await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });
});
