import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import type { Lookup } from '../../src/lookup/types.js';
import type { Observer } from '../../src/operating/observer.js';
import { unobserved } from '../../src/operating/observer.js';
import type { LocalSlack, Message } from '../../src/playground/server/types.js';
import { createSlackBot } from '../../src/slack/app.js';
import { openStore } from '../../src/store/open-store.js';
import { configFor, type Scene, type SceneOptions, shippedLookup, startScene, visibleText } from '../support/bot.js';
import { startPostgres } from '../support/postgres.js';
import { head } from '../support/raw-socket.js';
import { signed } from '../support/signed-request.js';
import { sendWhileStill } from '../support/waiting-requests.js';

const channel = '#incident-4711';
const elsewhere = '#web-ops';
const isBusy = (message: Message | null) => /Ask again in \d+ seconds/.test(message?.text ?? '');

describe('more requests than can be answered', () => {
  let scene: Scene | null = null;
  afterEach(() => scene?.end());

  /** A scene that counts who was told to ask again, and why. */
  async function startBusyScene(options: SceneOptions): Promise<{ slack: LocalSlack; turnedAway: string[] }> {
    const turnedAway: string[] = [];
    const observer: Observer = { ...unobserved, busy: (reason) => turnedAway.push(reason) };
    scene = await startScene({ ...options, watching: { observer, ...options.watching } });
    return { slack: scene.slack, turnedAway };
  }
  const mostWaiting = (most: number) => ({ loadLimits: { mostWaiting: most, longestWaitMs: 60_000 } });
  const noTime = { loadLimits: { mostWaiting: 1_000, longestWaitMs: -1 } };

  it.each([
    ['socket', 5],
    ['http', 0],
  ] as const)('are answered or told so over %s, each of them once', async (transport, most) => {
    const { slack, turnedAway } = await startBusyScene({ transport, watching: mostWaiting(most) });
    const results = await Promise.all(
      Array.from({ length: 60 }, () => slack.as('ana').command('/kb', '401.5', channel)),
    );
    const told = results.filter(({ message }) => isBusy(message));
    expect(results.map(({ error }) => error)).toEqual(results.map(() => null));
    expect(told.length).toBe(turnedAway.length);
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ message }) => message?.ephemeral_to)).toEqual(told.map(() => slack.as('ana').user.id));
    const answers = results.filter(({ message }) => !isBusy(message));
    expect(answers.length).toBeGreaterThanOrEqual(most);
    for (const { message } of answers) expect(visibleText(message ?? expect.fail('silence'))).toContain('401.5');
    expect(slack.messages(channel).filter(({ ephemeral_to }) => ephemeral_to === undefined)).toHaveLength(
      answers.length,
    );
  });

  it('are told so when they have waited too long for an answer that Slack still takes', async () => {
    const { slack, turnedAway } = await startBusyScene({ watching: noTime });
    const { message } = await slack.as('ana').command('/kb', '401.5', channel);
    expect(message).toMatchObject({ text: expect.stringContaining('Ask again in 5 seconds') });
    expect(turnedAway).toEqual(['requests']);
  });

  it.each([
    ['at the door', mostWaiting(0)],
    ['in the line', noTime],
  ])('among mentions are told so privately, once a person and channel, %s', async (_, watching) => {
    const { slack, turnedAway } = await startBusyScene({ watching });
    for (const person of ['ana', 'ben', 'ana']) await slack.as(person).post(channel, '@Substatus 401.5');
    await slack.as('ana').post(elsewhere, '@Substatus 401.5');
    await slack.as('ana').post('@Substatus', '401.5');
    await scene?.settled();
    expect(seenBy(slack, 'ana').map(isBusy)).toEqual([true]);
    expect(seenBy(slack, 'ben').map(isBusy)).toEqual([true]);
    for (const place of [elsewhere, '@ana']) expect(seenBy(slack, 'ana', place).map(isBusy)).toEqual([true]);
    expect(turnedAway).toEqual(Array.from({ length: 5 }, () => 'requests'));
  });

  it('from a menu or a button are told so privately, and windows open all the same', async () => {
    const { slack } = await startBusyScene({ watching: mostWaiting(0) });
    const message = await slack.as('ana').post(channel, 'HTTP Error 401.5');
    await slack.as('ben').messageShortcut('kb_lookup_message', message);
    await scene?.settled();
    expect(seenBy(slack, 'ben').map(isBusy)).toEqual([true]);
    await slack.as('ben').globalShortcut('kb_search_global');
    expect(await slack.waitForView('ben')).toBeDefined();
  });
});

/** How many connections that nobody has taken in yet this system keeps for a server. */
const limit = '/proc/sys/net/core/somaxconn';
const kept = existsSync(limit) ? Number(readFileSync(limit, 'utf8')) : 128;
const burst = 700;

describe.skipIf(kept < burst)(
  `a burst that the event loop finds before its door (${kept} connections are kept)`,
  () => {
    it('is taken in before it is worked on, so that nobody waits unseen', async () => {
      const scene = await startScene({
        transport: 'http',
        lookup: await slowLookup(5),
        watching: { loadLimits: { mostWaiting: 20, longestWaitMs: 60_000 } },
      });
      const requests = Array.from({ length: burst }, (_, nth) => commandOnTheWire(scene.slack.signingSecret, nth));
      const { kept: waiting, answers } = sendWhileStill(scene.httpPort ?? 0, requests);
      expect(waiting).toBe(burst);
      const all = await answers;
      expect(all.filter((answer) => !answer.startsWith('HTTP/1.1 200 '))).toEqual([]);
      const busy = all.filter((answer) => /Ask again in \d+ seconds/.test(answer)).length;
      // Taken in one by one between lookups, as Node does it, nearly all would have been let in, the last after seconds.
      expect(busy).toBeGreaterThan(burst / 2);
      expect(all.filter((answer) => answer.includes('401.5')).length).toBe(burst - busy);
      await scene.end();
    }, 60_000);
  },
);

/** The articles that ship, asked so that each question keeps the event loop for a while. */
async function slowLookup(milliseconds: number): Promise<Lookup> {
  const lookup = await shippedLookup();
  return Object.create(lookup, {
    ask: {
      value(...question: Parameters<Lookup['ask']>) {
        const began = performance.now();
        while (performance.now() - began < milliseconds);
        return lookup.ask(...question);
      },
    },
  });
}

function commandOnTheWire(secret: string, nth: number): string {
  const place = { team_id: 'T1', channel_id: 'C1', user_id: 'U1', trigger_id: `7.${nth}` };
  const body = new URLSearchParams({ command: '/kb', text: '401.5', ...place });
  const { text, headers } = signed({ body, secret });
  const length = String(Buffer.byteLength(text));
  return `${head('POST /slack/events HTTP/1.1', { ...headers, 'content-length': length, connection: 'close' })}${text}`;
}

describe('more answers than a channel takes', () => {
  it('wait for each other, at most twenty of them: the others are told, and no other channel waits', async () => {
    const turnedAway: string[] = [];
    const observer: Observer = { ...unobserved, busy: (reason) => turnedAway.push(reason) };
    const pace = { everyMs: 100, burst: 3 };
    const rateLimits = { messages: { perSecond: 10, burst: 4 }, perMinute: {} };
    const scene = await startScene({ slack: { rateLimits }, watching: { observer, pace } });
    const { slack } = scene;
    const asked = await Promise.all(
      Array.from({ length: 40 }, () => slack.as('ana').post(channel, '@Substatus 401.5')),
    );
    await slack.as('ben').post(elsewhere, '@Substatus 403.14');
    const other = await slack.waitForMessage(({ text, bot_id }) => bot_id !== undefined && text.includes('403.14'));
    const before = answersIn(slack);
    await scene.settled();
    expect(other.thread_ts).toBeDefined();
    expect(before.length).toBeLessThan(20);
    const answers = answersIn(slack);
    expect(new Set(answers.map(({ thread_ts }) => thread_ts)).size).toBe(answers.length);
    expect(answers.length + turnedAway.length).toBe(asked.length);
    expect(turnedAway).toEqual(turnedAway.map(() => 'channel'));
    const told = seenBy(slack, 'ana').filter(({ ephemeral_to }) => ephemeral_to !== undefined);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/Slack takes one a second.*or use \/kb/);
    expect(slowedDown(slack)).toBeLessThanOrEqual(2);
    await scene.end();
  });
});

const answersIn = (slack: LocalSlack) =>
  slack.messages(channel).filter(({ bot_id, ephemeral_to }) => bot_id !== undefined && ephemeral_to === undefined);
/** What the bot wrote there, private messages to this person among it. */
const seenBy = (slack: LocalSlack, person: string, where = channel) =>
  slack.messages(where, { as: person }).filter(({ bot_id }) => bot_id === slack.botUser.botId);
const slowedDown = (slack: LocalSlack) => slack.log.filter(({ status }) => status === 429).length;

const server = await startPostgres();

describe.skipIf(server === null)('two replicas on one PostgreSQL server', () => {
  afterEach(() => server?.stop());

  it('post twenty answers each into one channel at its pace, each once, and delay no other channel', async () => {
    const place = { url: (await server?.createDatabase()) ?? expect.fail('no server') };
    const pace = { everyMs: 200, burst: 3 };
    const rateLimits = { messages: { perSecond: 5, burst: 4 }, perMinute: {} };
    const scene = await startScene({ slack: { rateLimits }, store: await openStore(place), watching: { pace } });
    const { slack } = scene;
    const store = await openStore(place);
    const config = configFor(slack, 'socket', null, null);
    const second = createSlackBot(config, await shippedLookup(), createLogger('silent'), store, { pace });
    await second.start();
    const asked = await Promise.all(
      // Slack gives them to the two connections in turn.
      Array.from({ length: 40 }, () => slack.as('ana').post(channel, '@Substatus 401.5')),
    );
    await slack.as('ben').post(elsewhere, '@Substatus 403.14');
    await slack.waitForMessage(({ text, bot_id }) => bot_id !== undefined && text.includes('403.14'));
    expect(answersIn(slack).length).toBeLessThan(20);
    while (scene.bot.underWay + second.underWay > 0) await wait(20);
    expect(
      answersIn(slack)
        .map(({ thread_ts }) => thread_ts)
        .toSorted(),
    ).toEqual(asked.map(({ ts }) => ts).toSorted());
    expect(slowedDown(slack)).toBeLessThanOrEqual(2);
    await second.stop();
    await scene.end();
    await store.close();
  }, 60_000);
});
