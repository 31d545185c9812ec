import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { createSlackBot } from '../../src/slack/app.js';
import { configFor, freePort, type Scene, shippedLookup, startScene, visibleText } from '../support/bot.js';

describe('a Socket Mode connection', () => {
  let scene: Scene;
  const lines: string[] = [];
  beforeAll(async () => {
    const stream = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    });
    scene = await startScene({ log: pino({ level: 'error' }, stream) });
  });
  afterAll(() => scene.end());

  async function expectAnswer(): Promise<void> {
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    expect(visibleText(message ?? expect.fail('no message'))).toContain('403.14');
  }

  it('comes back after it was cut', async () => {
    scene.slack.dropSockets();
    await scene.slack.waitForBot(15_000);
    await expectAnswer();
  });

  it('comes back when Slack recycles it', async () => {
    const opened = () => scene.slack.log.filter(({ name }) => name === 'apps.connections.open').length;
    const before = opened();
    scene.slack.disconnect('refresh_requested');
    await expect.poll(opened).toBe(before + 1);
    await expect.poll(() => scene.bot.isReady()).toBe(true);
    await expectAnswer();
  });

  it.each([
    [{ status: 503 }, 4],
    [{ error: 'invalid_auth' }, 2],
  ])('keeps trying while Slack answers %j', async (failure, times) => {
    lines.length = 0;
    scene.slack.failNext('apps.connections.open', failure, times);
    scene.slack.dropSockets();
    await expect.poll(() => scene.bot.isReady()).toBe(false);
    await expect.poll(() => lines.join(''), { timeout: 15_000 }).toContain('trying again');
    await expect.poll(() => scene.bot.isReady(), { timeout: 15_000 }).toBe(true);
    await expectAnswer();
  });

  it('can be stopped while Slack is away', async () => {
    const other = await startScene();
    other.slack.failNext('apps.connections.open', { status: 503 }, 50);
    other.slack.dropSockets();
    await expect.poll(() => other.bot.isReady()).toBe(false);
    await other.end();
    expect(other.bot.isReady()).toBe(false);
  });
});

describe('a bot with a refused token', () => {
  let slack: LocalSlack;
  beforeAll(async () => {
    slack = await startLocalSlack();
  });
  afterAll(() => slack.stop());

  it.each([
    ['bot token', { botToken: 'xoxb-revoked' }],
    ['app token', { appToken: 'xapp-revoked' }],
  ])('says so at start and leaves nothing open: %s', async (_, wrong) => {
    const healthPort = await freePort();
    const { botToken, appToken } = { botToken: slack.botToken, appToken: slack.appToken, ...wrong };
    const config = configFor({ ...slack, botToken, appToken }, 'socket', healthPort);
    const bot = createSlackBot(config, await shippedLookup(), createLogger('silent'));
    await expect(bot.start()).rejects.toThrow('invalid_auth');
    expect(bot.isReady()).toBe(false);
    await expect(fetch(`http://127.0.0.1:${healthPort}/healthz`)).rejects.toThrow('fetch failed');
  });
});
