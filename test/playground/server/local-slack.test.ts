import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalSlack } from '../../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../../src/playground/server/types.js';
import { connectBot, webClient } from './bots.js';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startLocalSlack();
});

afterEach(() => slack.reset());
afterAll(() => slack.stop());

/** The status of a POST with these headers, which `fetch` would not let us set. */
function statusOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${slack.url}${path}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('only this machine', () => {
  it.each([
    ['a bent name', { host: 'evil.example' }, 403],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['no origin', {}, 200],
  ])('%s', async (_what, headers: Record<string, string>, status) => {
    expect(await statusOf('/api/api.test', headers)).toBe(status);
  });

  it('takes its own origin', async () => {
    expect(await statusOf('/api/api.test', { origin: slack.url })).toBe(200);
  });

  it('refuses sockets from pages of another site', async () => {
    const { url = '' } = await webClient(slack, slack.appToken).apps.connections.open();
    const socket = new WebSocket(url, { origin: 'https://evil.example' });
    await expect(new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))).rejects.toThrow(
      '403',
    );
  });

  it('knows no other path', async () => {
    expect(await statusOf('/admin', {})).toBe(404);
  });
});

describe('the workspace', () => {
  it('has people, another app, and channels with and without the bot', () => {
    expect(slack.users.map(({ name }) => name)).toEqual(['Substatus', 'ana', 'ben', 'chloe', 'deploybot']);
    const rooms = slack.channels.map(({ name, kind, members }) => [name, kind, members.has(slack.botUser.id)]);
    expect(rooms).toEqual([
      ['incident-4711', 'public', true],
      ['web-ops', 'public', true],
      ['watercooler', 'public', false],
      ['war-room', 'private', false],
    ]);
  });

  it('takes more of both, and another name for the bot', async () => {
    const other = await startLocalSlack({
      botName: 'Helper',
      seed: { users: [{ name: 'dora' }], channels: [{ name: 'change-board', isPrivate: true, withBot: true }] },
    });
    const message = await other.as('dora').post('#change-board', '@helper hi');
    expect(message.text).toBe(`<@${other.botUser.id}> hi`);
    await other.stop();
  });

  it('refuses a seed in which two names give one id', async () => {
    await expect(startLocalSlack({ seed: { channels: [{ name: 'webops' }] } })).rejects.toThrow(
      '"web-ops" and "webops"',
    );
  });

  it('names what is there when asked for what is not', () => {
    expect(() => slack.as('zoe')).toThrow(/nobody called "zoe"; there: Substatus, ana/);
    expect(() => slack.channel('#none')).toThrow(/no channel "#none"; there: #incident-4711/);
  });

  it('rejects a port that is taken', async () => {
    const port = Number(new URL(slack.url).port);
    await expect(startLocalSlack({ port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('waiting', () => {
  it('finds a message that is there and one that comes', async () => {
    await slack.as('ana').post('#web-ops', 'first');
    expect((await slack.waitForMessage(({ text }) => text === 'first')).text).toBe('first');
    const second = slack.waitForMessage(({ text }) => text === 'second');
    await slack.as('ana').post('#web-ops', 'second');
    expect((await second).text).toBe('second');
  });

  it('says what it waited for in vain', async () => {
    await slack.as('ana').post('#web-ops', 'newest');
    await expect(slack.waitForMessage(() => false, 20)).rejects.toThrow(
      'waited 20 ms: no message fits; the newest: "newest"',
    );
    await expect(slack.waitForView('ana', undefined, 20)).rejects.toThrow('no view of ana fits');
    await expect(slack.waitForBot(20)).rejects.toThrow('no Socket Mode connection');
  });

  it('is quiet only when no request is open', async () => {
    const app = await connectBot(slack, (bot) => {
      bot.command('/slow', async ({ ack }) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await ack('done');
      });
    });
    const asked = slack.as('ana').command('/slow', '', '#web-ops');
    await slack.quiet(20);
    expect((await asked).message?.text).toBe('done');
    expect(slack.log.at(-1)?.name).toBe('slash_commands');
    await app.stop();
  });
});

describe('reset', () => {
  it('forgets everything but the seed', async () => {
    await slack.as('ana').post('@ben', 'hi');
    slack.failNext('auth.test', { status: 500 });
    slack.archive('#web-ops');
    slack.delayDeliveries(1_000);
    slack.reset();
    expect(slack.channels.map(({ name }) => name)).toEqual(['incident-4711', 'web-ops', 'watercooler', 'war-room']);
    expect(slack.channel('#web-ops').isArchived).toBe(false);
    await expect(webClient(slack).auth.test()).resolves.toMatchObject({ ok: true });
    expect(slack.log).toHaveLength(1);
  });
});
