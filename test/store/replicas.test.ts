import { afterAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { createSlackBot } from '../../src/slack/app.js';
import { openStore } from '../../src/store/open-store.js';
import { readReport } from '../../src/store/report.js';
import type { StorePlace } from '../../src/store/types.js';
import { startBalancer } from '../support/balancer.js';
import { configFor, freePort, shippedLookup } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';
import { askReplicas } from '../support/replicas.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

async function startReplica(slack: LocalSlack, place: StorePlace) {
  const port = await freePort();
  const config = configFor(slack, 'http', port);
  const store = await openStore(place);
  const bot = createSlackBot(config, await shippedLookup(), createLogger('silent'), store, {
    pace: { everyMs: 0, burst: 1 },
  });
  await bot.start();
  const stop = async () => {
    await bot.stop();
    await store.close();
  };
  return { url: `http://127.0.0.1:${port}/slack/events`, store, stop };
}

/** Small; `npm run bench:replicas` sends 5,000 deliveries to two processes. */
describe.each(kinds)('two replicas that share $name', (kind) => {
  it('answer every delivery once between them, also those that come twice', async () => {
    const place = await kind.newPlace();
    const slack = await startLocalSlack({ delivery: { type: 'http' } });
    const replicas = [await startReplica(slack, place), await startReplica(slack, place)];
    const asked = { commands: 60, mentions: 20, duplicates: 24, atOnce: 8 };
    const { counts, commands, mentions } = await askReplicas(
      slack,
      replicas.map(({ url }) => url),
      asked,
    );
    for (const { stop } of replicas) await stop();
    await slack.stop();
    expect(counts).toEqual({ originals: 80, deliveries: 104, requests: 208 });
    expect({ commands, mentions }).toEqual({ commands: { 1: 60 }, mentions: { 1: 20 } });
    expect((await readReport(place, 0, 3)).lookups).toBe(80);
  }, 60_000);

  it('answer one of ten messages with the same code between them, and mind a setting that the other one changes', async () => {
    const place = await kind.newPlace();
    const events = ['message.channels'] as const;
    const slack = await startLocalSlack({ delivery: { type: 'http' }, events });
    const replicas = [await startReplica(slack, place), await startReplica(slack, place)];
    const balancer = await startBalancer(
      replicas.map(({ url }) => url),
      () => 0,
    );
    await slack.deliverTo(balancer.url);
    const channel = slack.channel('#incident-4711').id;
    const set = (codes: string) =>
      replicas[0]?.store.settings.change({
        ...{ team: slack.team.id, channel, person: 'U1', at: 1 },
        values: { codes: { value: codes } },
      });
    const say = async (text: string) => {
      await Promise.all(Array.from({ length: 10 }, () => slack.as('ana').post(channel, text)));
      await slack.quiet(500);
      return slack.messages(channel).filter(({ bot_id }) => bot_id === slack.botUser.botId).length;
    };
    await set('exact');
    expect(await say('HTTP Error 401.5')).toBe(1);
    expect(await say('HTTP Error 500.19')).toBe(2);
    // Of a file there is one process at a time; only a server's replicas hear of each other.
    if (kind.server !== null) {
      await set('asked');
      await slack.quiet(200);
      expect(await say('HTTP Error 403.14')).toBe(2);
    }
    await balancer.stop();
    for (const { stop } of replicas) await stop();
    await slack.stop();
  }, 60_000);
});
