import type { App } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { Json, LocalSlack, Message } from '../../../../src/playground/server/types.js';
import { connectBot, webClient } from '../bots.js';

let slack: LocalSlack;
let app: App;
let urls: string[] = [];
let clock = 1_800_000_000_000;

beforeAll(async () => {
  slack = await startLocalSlack({ now: () => clock });
  app = await connectBot(slack, (bot) => {
    bot.command('/kb', async ({ ack, payload }) => {
      urls.push(payload.response_url);
      await ack();
    });
    bot.action('go', async ({ ack, body }) => {
      if ('response_url' in body) urls.push(body.response_url);
      await ack();
    });
  });
});

afterEach(() => {
  slack.reset();
  urls = [];
});

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

async function respond(body: Json): Promise<{ status: number; text: string }> {
  const response = await fetch(urls.at(-1) ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

const ok = { status: 200, text: 'ok' };
const blocks = [
  { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }] },
];
const texts = (as = 'ana') => slack.messages('#web-ops', { as }).map(({ text }) => text);

/** A card with a button, seen by all or by ana only, and ana's click on it. */
async function clicked(visibility: 'all' | 'ana', threadTs?: string): Promise<Message> {
  const client = webClient(slack);
  const args = {
    channel: '#web-ops',
    text: 'card',
    blocks,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  };
  if (visibility === 'all') await client.apiCall('chat.postMessage', args);
  else await client.apiCall('chat.postEphemeral', { ...args, user: slack.as('ana').user.id });
  const card = await slack.waitForMessage(({ text }) => text === 'card');
  await slack.as('ana').click(card, 'go');
  return card;
}

describe('the response_url of a command', () => {
  it('posts for the person alone unless told otherwise, without membership', async () => {
    await slack.as('ana').command('/kb', '', '#watercooler');
    expect(await respond({ text: 'private' })).toEqual(ok);
    expect(await respond({ text: 'public', response_type: 'in_channel' })).toEqual(ok);
    expect(slack.messages('#watercooler').map(({ text }) => text)).toEqual(['public']);
    expect(slack.messages('#watercooler', { as: 'ana' }).map(({ text }) => text)).toEqual(['private', 'public']);
  });

  it('works in a private channel and a DM of two people, where the bot is not', async () => {
    for (const channel of ['#war-room', '@ben']) {
      await slack.as('ana').command('/kb', '', channel);
      expect(await respond({ text: 'private' })).toEqual(ok);
      expect(await respond({ text: 'public', response_type: 'in_channel' })).toEqual(ok);
    }
    expect(slack.messages('#war-room').map(({ text }) => text)).toEqual(['public']);
  });

  it('posts into the channel when the thread is gone; what is private is then shown to nobody', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    expect(await respond({ text: 'public', response_type: 'in_channel', thread_ts: '1.000001' })).toEqual(ok);
    expect(await respond({ text: 'private', thread_ts: '1.000001' })).toEqual(ok);
    expect(slack.messages('#web-ops', { as: 'ana' })).toMatchObject([{ text: 'public' }]);
    expect(slack.messages('#web-ops')[0]).not.toHaveProperty('thread_ts');
  });

  it('has nothing to replace', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    await respond({ text: 'searching' });
    await respond({ text: 'found', replace_original: true });
    expect(texts()).toEqual(['searching', 'found']);
  });

  it('works five times', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    for (const text of ['1', '2', '3', '4', '5']) expect(await respond({ text })).toEqual(ok);
    expect(await respond({ text: '6' })).toEqual({ status: 404, text: '{"ok":false,"error":"used_url"}' });
    expect(texts()).toHaveLength(5);
  });

  it('works for thirty minutes', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    clock += 30 * 60_000;
    expect(await respond({ text: 'just in time' })).toEqual(ok);
    clock += 1;
    expect(await respond({ text: 'too late' })).toEqual({ status: 404, text: '{"ok":false,"error":"expired_url"}' });
  });

  it('refuses what chat.postMessage refuses', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    expect((await respond({})).text).toContain('no_text');
    expect((await respond({ text: 'x', blocks: [{ type: 'banner' }] })).text).toContain('invalid_blocks');
  });

  it('writes nothing for all into an archived channel', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    slack.archive('#web-ops');
    expect((await respond({ text: 'public', response_type: 'in_channel' })).text).toContain('is_archived');
    expect(await respond({ text: 'private' })).toEqual(ok);
    expect(texts()).toEqual(['private']);
  });

  it('fails when told so', async () => {
    await slack.as('ana').command('/kb', '', '#web-ops');
    slack.failNext('response_url', { status: 500 });
    expect((await respond({ text: 'x' })).status).toBe(500);
    slack.rateLimit('response_url');
    expect((await respond({ text: 'x' })).status).toBe(429);
    expect(await respond({ text: 'x' })).toEqual(ok);
  });
});

describe('the response_url of a click', () => {
  it.each(['all', 'ana'] as const)('replaces and deletes a message for %s', async (visibility) => {
    const card = await clicked(visibility);
    await respond({ text: 'new card', replace_original: true });
    expect(slack.messages('#web-ops', { as: 'ana' })).toMatchObject([{ ts: card.ts, text: 'new card' }]);
    await respond({ delete_original: true });
    expect(texts()).toEqual([]);
  });

  it('posts beside the original without replace_original, in a thread when named', async () => {
    const card = await clicked('all');
    await respond({ text: 'more', response_type: 'in_channel', thread_ts: card.ts });
    expect(slack.messages('#web-ops')).toMatchObject([{ text: 'card' }, { text: 'more', thread_ts: card.ts }]);
  });

  it('drops a replaced ephemeral message out of its thread', async () => {
    const parent = await slack.as('ana').post('#web-ops', 'help');
    await slack.as('ben').post('#web-ops', 'me too', { threadTs: parent.ts });
    const card = await clicked('ana', parent.ts);
    expect(card.thread_ts).toBe(parent.ts);
    await respond({ text: 'new card', replace_original: true });
    expect(slack.messages('#web-ops', { as: 'ana' }).at(-1)).not.toHaveProperty('thread_ts');
  });
});
