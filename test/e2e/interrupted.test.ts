import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const channel = '#incident-4711';
const day = 24 * 60 * 60 * 1000;

describe.each(kinds)('a request that was interrupted, on $name', (kind) => {
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    store = await openStore(await kind.newPlace());
    scene = await startScene({ store });
  });
  afterEach(() => scene.slack.reset());
  afterAll(async () => {
    await scene.end();
    await store.close();
  });

  const told = (name: string) =>
    scene.slack.messages(`@${name}`).filter((message) => visibleText(message).includes('I was interrupted'));
  const about = (user: string, place: string | null) =>
    JSON.stringify({ team: scene.slack.team.id, enterprise: null, isOrgWide: false, user, channel: place });
  const by = 'a process that is gone';

  it('is told of in a direct message, once for each place, and for no other person', async () => {
    const [ana, ben] = ['ana', 'ben'].map((name) => scene.slack.as(name).user.id);
    const place = scene.slack.channel(channel).id;
    for (const key of ['one', 'two']) await store.deliveries.claim(key, day, { by, about: about(ana ?? '', place) });
    await store.deliveries.claim('three', day, { by, about: about(ben ?? '', null) });
    await store.deliveries.claim('four', day, { by, about: 'written by another version' });
    await store.unfinished.giveUp(['one', 'two', 'three', 'four']);
    await expect.poll(() => told('ben').length, { timeout: 15_000 }).toBe(1);
    expect(told('ana').map(visibleText)).toEqual([expect.stringContaining(`<#${place}>`)]);
    await scene.settled();
    expect([told('ana').length, told('chloe').length]).toEqual([1, 0]);
  }, 30_000);

  it('is answered when it is delivered again', async () => {
    scene.slack.delayDeliveries(500);
    const mention = await scene.slack.as('ana').post(channel, '@Substatus 403.14');
    const key = `message ${scene.slack.team.id} ${scene.slack.channel(channel).id} ${mention.ts}`;
    expect(await store.deliveries.claim(key, day, { by, about: about(mention.user, mention.channel) })).toBe(true);
    await scene.slack.waitForMessage(({ bot_id, thread_ts }) => bot_id !== undefined && thread_ts === mention.ts);
    await scene.settled();
    expect(told('ana')).toEqual([]);
  });

  it('is not answered when another process is still at it', async () => {
    scene.slack.delayDeliveries(500);
    const mention = await scene.slack.as('ana').post(channel, '@Substatus 403.14');
    const key = `message ${scene.slack.team.id} ${scene.slack.channel(channel).id} ${mention.ts}`;
    await store.unfinished.alive('another', day);
    await store.deliveries.claim(key, day, { by: 'another', about: about(mention.user, mention.channel) });
    await scene.slack.quiet(800);
    expect(scene.slack.messages(channel, { threadTs: mention.ts })).toHaveLength(1);
    await store.unfinished.finish([key]);
  });

  it('is told of later when nobody could tell the person of its failure', async () => {
    scene.slack.failNext('chat.postMessage', { error: 'internal_error' }, 2);
    const mention = await scene.slack.as('chloe').post(channel, '@Substatus 403.14');
    await expect.poll(() => told('chloe').length, { timeout: 15_000 }).toBe(1);
    expect(scene.slack.messages(channel, { threadTs: mention.ts })).toHaveLength(1);
  }, 30_000);
});
