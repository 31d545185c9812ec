import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySlackRequest } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../../src/playground/server/types.js';
import { listenBot } from '../bots.js';

const searchView = {
  ...{ type: 'modal', callback_id: 'search' },
  title: { type: 'plain_text', text: 'Search' },
  submit: { type: 'plain_text', text: 'Find' },
  blocks: [
    {
      ...{ type: 'input', block_id: 'pick', label: { type: 'plain_text', text: 'Pick' } },
      element: { type: 'external_select', action_id: 'find' },
    },
  ],
};

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack({ delivery: { type: 'http' }, ackTimeoutMs: 500, retryDelaysMs: [0, 10] });
});

afterEach(() => slack.stop());

describe('HTTP delivery with Bolt', () => {
  it('verifies the url, then answers commands and events', async () => {
    const { app, url } = await listenBot(slack, (bot) => {
      bot.command('/kb', ({ ack, payload }) => ack({ response_type: 'in_channel', text: `asked ${payload.text}` }));
      bot.event('app_mention', async ({ say }) => {
        await say('mentioned');
      });
    });
    await slack.deliverTo(url);
    expect((await slack.as('ana').command('/kb', '401.5', '#web-ops')).message?.text).toBe('asked 401.5');
    await slack.as('ana').post('#web-ops', 'hello @Substatus');
    expect((await slack.waitForMessage(({ text }) => text === 'mentioned')).channel).toBe(slack.channel('#web-ops').id);
    await app.stop();
  });

  it('carries clicks, modals and type-ahead', async () => {
    const { app, url } = await listenBot(slack, (bot) => {
      bot.command('/kb', ({ ack }) => ack('500'));
      bot.shortcut('search', async ({ ack, shortcut, client }) => {
        await ack();
        await client.apiCall('views.open', { trigger_id: shortcut.trigger_id, view: searchView });
      });
      bot.options('find', ({ ack }) =>
        ack({ options: [{ text: { type: 'plain_text', text: 'Found' }, value: 'Q1' }] }),
      );
      bot.view('search', ({ ack }) => ack({ response_action: 'errors', errors: { pick: 'not this one' } }));
    });
    await slack.deliverTo(url);
    const ana = slack.as('ana');
    expect((await ana.command('/kb', '', '#web-ops')).message?.text).toBe('500');
    await ana.globalShortcut('search');
    const view = await slack.waitForView('ana');
    expect((await ana.typeAhead(view, 'find', '401')).map(({ value }) => value)).toEqual(['Q1']);
    expect((await ana.submit(view, { find: 'Q1' })).errors).toEqual({ pick: 'not this one' });
    await app.stop();
  });

  it('says dispatch_failed when the bot knows no such command and answers 404', async () => {
    const { app, url } = await listenBot(slack);
    await slack.deliverTo(url);
    const { ack, error } = await slack.as('ana').command('/other', '', '#web-ops');
    expect([ack?.status, error]).toEqual([404, 'dispatch_failed']);
    await app.stop();
  });

  it('says dispatch_failed while no bot listens, and rejects a url that does not answer the challenge', async () => {
    expect((await slack.as('ana').command('/kb', '', '#web-ops')).error).toBe('dispatch_failed');
    await expect(slack.deliverTo('http://127.0.0.1:9/slack/events')).rejects.toThrow(/did not answer the challenge/);
  });
});

interface Post {
  headers: IncomingMessage['headers'];
  body: string;
}

/** A request url without any SDK, which answers with the given status and body. */
async function listenBare(answer: (post: Post) => { status: number; body: string } | null): Promise<BareBot> {
  const posts: Post[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const post = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    posts.push(post);
    const reply = answer(post);
    if (reply !== null) response.writeHead(reply.status).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { posts, server, url: `http://127.0.0.1:${portOf(server)}` };
}

interface BareBot {
  posts: Post[];
  server: Server;
  url: string;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

/** Answers the challenge, and everything else as told. */
function afterChallenge(
  challenge: Post,
  reply: { status: number; body: string } | null,
): { status: number; body: string } | null {
  const isChallenge = challenge.body.includes('url_verification');
  return isChallenge ? { status: 200, body: JSON.parse(challenge.body).challenge } : reply;
}

describe('HTTP delivery, request by request', () => {
  it('signs commands as bare forms and events as bare JSON', async () => {
    const bot = await listenBare((post) => afterChallenge(post, { status: 200, body: '' }));
    await slack.deliverTo(bot.url);
    await slack.as('ana').command('/kb', 'a&b', '#web-ops');
    await slack.as('ana').post('#web-ops', '@Substatus hi');
    await expect.poll(() => bot.posts.length).toBe(3);
    const [, command, event] = bot.posts;
    expect(command?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(command?.body).get('text')).toBe('a&amp;b');
    expect(event?.headers['content-type']).toBe('application/json');
    expect(event?.headers).not.toHaveProperty('x-slack-retry-num');
    for (const { headers, body } of bot.posts) {
      const timestamp = Number(headers['x-slack-request-timestamp']);
      const signed = {
        'x-slack-signature': String(headers['x-slack-signature']),
        'x-slack-request-timestamp': timestamp,
      };
      expect(() => verifySlackRequest({ signingSecret: slack.signingSecret, body, headers: signed })).not.toThrow();
    }
    bot.server.close();
  });

  it.each([
    ['http_error', { status: 500, body: '' }],
    ['http_timeout', null],
  ])('retries an event after %s', async (reason, reply) => {
    const bot = await listenBare((post) => afterChallenge(post, reply));
    await slack.deliverTo(bot.url);
    await slack.as('ana').post('#web-ops', '@Substatus hi');
    await expect.poll(() => bot.posts.length, { timeout: 5_000 }).toBe(4);
    const retries = bot.posts
      .slice(1)
      .map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', reason],
      ['2', reason],
    ]);
    expect(new Set(bot.posts.slice(1).map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    bot.server.closeAllConnections();
    bot.server.close();
  });

  it('never retries a command', async () => {
    const bot = await listenBare((post) => afterChallenge(post, { status: 500, body: '' }));
    await slack.deliverTo(bot.url);
    expect((await slack.as('ana').command('/kb', '', '#web-ops')).error).toBe('dispatch_failed');
    await slack.quiet();
    expect(bot.posts).toHaveLength(2);
    bot.server.close();
  });

  it('refuses deliverTo in Socket Mode', async () => {
    const other = await startLocalSlack();
    await expect(other.deliverTo('http://127.0.0.1:1')).rejects.toThrow(/Socket Mode/);
    await other.stop();
  });
});
