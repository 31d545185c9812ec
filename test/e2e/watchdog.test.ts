import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createMetrics } from '../../src/operating/metrics.js';
import { createObserver } from '../../src/operating/observe.js';
import type { Watching } from '../../src/slack/app.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';
import { logLines } from '../support/lines.js';
import { samplesOf } from '../support/prometheus.js';

describe('a deaf connection', () => {
  let scene: Scene;
  const { to, lines } = logLines();
  const metrics = createMetrics({ version: '0', transport: 'socket' });
  afterEach(async () => {
    await scene.end();
    lines.length = 0;
  });

  const watched = (watching: Partial<Watching> = {}) =>
    startScene({
      log: createLogger('info', { to }),
      watching: { observer: createObserver(metrics, null), ...watching },
    });
  const opened = () => scene.slack.log.filter(({ name }) => name === 'apps.connections.open').length;
  const messages = () => lines.map(({ msg }) => msg);
  const counted = async (event: string) =>
    samplesOf(await metrics.text())[`substatus_connection_events_total{event="${event}"}`];

  async function expectAnswer(): Promise<void> {
    await scene.slack.waitForBot(25_000);
    const { message } = await scene.slack.as('ana').command('/kb', '403.14', '#incident-4711');
    expect(visibleText(message ?? expect.fail('no message'))).toContain('403.14');
  }

  it('that is half-open is left for another one', async () => {
    scene = await watched();
    scene.slack.deafenSockets('half-open');
    await expect.poll(opened, { timeout: 25_000 }).toBe(2);
    await expectAnswer();
    expect(messages()).toContain('the connection to Slack has ended; opening another one');
    expect(await counted('lost')).toBe(1);
    expect(await counted('deaf')).toBe(0); // the client itself has noticed
  }, 60_000);

  it('that answers pings and is silent is cut, and another one opened', async () => {
    scene = await watched({ socketLimits: { helloMs: 5_000, silenceMs: 7_000 } });
    scene.slack.deafenSockets('mute');
    await expect.poll(opened, { timeout: 25_000 }).toBe(2);
    await expectAnswer();
    expect(lines.find(({ level }) => level === 50)).toMatchObject({ what: 'a message or ping', milliseconds: 7_000 });
    expect(await counted('deaf')).toBe(1);
  }, 60_000);

  it.each(['mute', 'half-open'] as const)(
    'that never says hello is cut, as often as it takes: %s',
    async (how) => {
      scene = await watched({ socketLimits: { helloMs: 500, silenceMs: 60_000 } });
      scene.slack.deafenNextSockets(how, 2);
      scene.slack.dropSockets();
      await expectAnswer();
      expect(lines.filter(({ what }) => what === 'hello')).toHaveLength(2);
      expect(opened()).toBe(4);
    },
    60_000,
  );

  it('is told of at start, where there is none to go back to', async () => {
    scene = await watched();
    await scene.bot.stop();
    scene.slack.deafenNextSockets('half-open', 1);
    const other = scene.startAnother({ socketLimits: { helloMs: 500, silenceMs: 60_000 } });
    await expect(other).rejects.toThrow('before it was ready');
  });

  it('is not seen in a quiet one: pings are enough', async () => {
    scene = await watched({ socketLimits: { helloMs: 5_000, silenceMs: 6_500 } });
    await wait(10_000);
    expect(opened()).toBe(1);
    expect(scene.bot.isReady()).toBe(true);
  }, 60_000);
});

describe('what Slack says about connections', () => {
  it('is in the log: that it asks one to go, and that there are many', async () => {
    const { to, lines } = logLines();
    const scene = await startScene({ log: createLogger('info', { to }) });
    scene.slack.disconnect('warning');
    await expect.poll(() => lines.find(({ reason }) => reason === 'warning')).toMatchObject({ level: 30 });
    await expect.poll(() => scene.bot.isReady()).toBe(true);
    const others = await Promise.all(Array.from({ length: 8 }, () => scene.startAnother()));
    expect(lines.find(({ connections }) => connections === 8)).toMatchObject({ level: 40 });
    for (const bot of others) await bot.stop();
    await scene.end();
  }, 30_000);
});

describe('a bot that cannot get back', () => {
  it.each([
    ['Slack is away', { status: 503 }, 'connecting'],
    ['a token is refused', { error: 'token_revoked' }, 'token refused'],
  ])('gives up after a while, once, and says why: %s', async (_, failure, slack) => {
    const given: object[] = [];
    const scene = await startScene({ watching: { giveUp: { afterMs: 400, tell: (why) => given.push(why) } } });
    scene.slack.failNext('apps.connections.open', failure, 100);
    scene.slack.dropSockets();
    await expect.poll(() => given.length, { timeout: 15_000 }).toBe(1);
    expect(given).toMatchObject([{ slack }]);
    await scene.end();
    expect(given).toHaveLength(1);
  });
});
