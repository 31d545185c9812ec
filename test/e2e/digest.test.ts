import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createLookup } from '../../src/lookup/lookup.js';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack, Message } from '../../src/playground/server/types.js';
import { buildIndex } from '../../src/search/build-index.js';
import { createSlackBot, type SlackBot } from '../../src/slack/app.js';
import { lastWeek } from '../../src/slack/digest/digest.js';
import { openStore } from '../../src/store/open-store.js';
import type { NewLookup, Store, StorePlace } from '../../src/store/types.js';
import { buttonLabels, configFor, freePort, shippedLookup, visibleText } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';
import { article } from '../support/example-answers.js';
import { loggerInto } from '../support/log-lines.js';
import { asked } from '../support/lookups.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;
const { since } = lastWeek(Date.now());
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

describe.each(kinds)('the weekly digest, on $name', (kind) => {
  let slack: LocalSlack;
  let place: StorePlace;
  const open: { bot: SlackBot; store: Store }[] = [];
  beforeEach(async () => {
    slack = await startLocalSlack({ delivery: { type: 'http' } });
    place = await kind.newPlace();
  });
  afterEach(async () => {
    await stopAll();
    await slack.stop();
  });

  async function stopAll(): Promise<void> {
    for (const { bot, store } of open.splice(0)) {
      await bot.stop();
      await store.close();
    }
  }

  async function record(...lookups: Partial<NewLookup>[]): Promise<void> {
    const store = await openStore(place);
    for (const lookup of lookups) {
      store.lookups.record(asked({ at: since + day, team: slack.team.id, ...lookup }));
    }
    await store.close();
  }

  /** Starts so many replicas at the same time; resolves when each has looked whether there is something to send. */
  async function start(replicas: number, lookup = shippedLookup(), lines: string[] = []): Promise<void> {
    const starting = Array.from({ length: replicas }, async () => {
      const [port, store] = [await freePort(), await openStore(place)];
      const bot = createSlackBot(
        { ...configFor(slack, 'http', port), digest: slack.channel('#incident-4711').id },
        await lookup,
        lines.length > 0 ? loggerInto(lines) : createLogger('silent'),
        store,
      );
      open.push({ bot, store });
      await bot.start();
    });
    await Promise.all(starting);
  }

  const digests = (): Message[] => slack.messages('#incident-4711').filter(({ bot_id }) => bot_id !== undefined);

  it('is sent once by several replicas, and not again after a restart', async () => {
    await record(
      { question: 'the printer is on fire', codes: [], outcome: 'none', article: null, thread: '1.1' },
      { question: 'The printer is on fire!', codes: [], outcome: 'none', article: null, thread: '1.2' },
      { question: '401.5' },
      { question: 'of the week before', codes: [], outcome: 'none', article: null, at: since - day },
      { question: 'of another workspace', codes: [], outcome: 'none', article: null, team: 'T0OTHER00' },
    );
    await start(3);
    await stopAll();
    expect(digests()).toHaveLength(1);
    const [digest] = digests();
    const text = visibleText(digest ?? expect.fail());
    expect(text).toContain('3 lookups; 1 of the questions in channels has no answer.');
    expect(text).toContain('printer is on fire');
    expect(text).toContain('asked on 2 occasions');
    expect(text).not.toContain('week before');
    expect(text).not.toContain('another workspace');
    expect(buttonLabels(digest ?? expect.fail())).toEqual(['Look up again']);
    await start(2);
    await stopAll();
    expect(digests()).toHaveLength(1);
  });

  it('is tried again after a refusal, and then sent once', async () => {
    await record({ question: '401.5' });
    const lines = ['first'];
    slack.failNext('chat.postMessage', { error: 'not_in_channel' });
    await start(1, shippedLookup(), lines);
    await stopAll();
    expect(digests()).toEqual([]);
    expect(lines.join('\n')).toContain('Is the bot a member of its channel?');
    await start(1);
    await stopAll();
    expect(digests()).toEqual([]);
    const store = await openStore(place);
    await store.deliveries.keep(`digest ${slack.team.id} ${isoDay(since)}`, -1);
    await store.close();
    await start(2);
    await stopAll();
    expect(digests().map(visibleText)).toEqual([expect.stringContaining('1 lookup; every question')]);
  });

  it('says nothing of a week without questions', async () => {
    await record({ at: since - day });
    await start(1);
    await stopAll();
    expect(digests()).toEqual([]);
  });

  it('leaves out what has an article by now', async () => {
    await record({ question: 'the printer is on fire', codes: [], outcome: 'none', article: null });
    const written = buildIndex([article({ id: 'S1', title: 'The printer is on fire' })]);
    await start(1, Promise.resolve(createLookup(written)));
    await stopAll();
    expect(digests().map(visibleText)).toEqual([expect.stringContaining('has an answer')]);
  });
});
