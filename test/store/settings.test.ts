import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { query } from '../support/postgres.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const now = Date.now();
const by = { team: 'T1', channel: null, person: 'U1', at: now + 1 };

describe.each(kinds)('settings on $name', (kind) => {
  const open: Store[] = [];
  afterEach(() => closeAll());

  async function openAt(place: StorePlace): Promise<Store> {
    const store = await openStore(place);
    open.push(store);
    return store;
  }
  async function closeAll(): Promise<void> {
    for (const store of open.splice(0)) await store.close();
  }
  const openNew = async () => openAt(await kind.newPlace());

  it('are read as they were set, for a workspace and a channel of it, also after a restart', async () => {
    const place = await kind.newPlace();
    const { settings } = await openAt(place);
    await settings.change({ ...by, values: { product: { value: 'IIS' }, unfurl: { value: true } } });
    await settings.change({ ...by, channel: 'C1', values: { product: { value: null } } });
    await settings.change({ ...by, team: 'T2', values: { product: { value: 'Exchange' } } });
    await closeAll();
    const again = (await openAt(place)).settings;
    const workspace = { product: 'IIS', unfurl: true };
    expect(await again.read('T1', 'C1')).toEqual({ workspace, channel: { product: null } });
    expect(await again.read('T1', 'C2')).toEqual({ workspace, channel: {} });
    expect(await again.read('T1', null)).toEqual({ workspace, channel: {} });
    expect(await again.read('T2', 'C1')).toEqual({ workspace: { product: 'Exchange' }, channel: {} });
    expect(await again.read('T3', 'C1')).toEqual({ workspace: {}, channel: {} });
    expect(await again.everywhere('product')).toEqual([
      { team: 'T1', value: 'IIS' },
      { team: 'T2', value: 'Exchange' },
    ]);
    expect(await again.everywhere('version')).toEqual([]);
  });

  it('are changed together with what the audit says, or not at all', async () => {
    const { settings } = await openNew();
    expect(await settings.change({ ...by, values: { answers: { value: 'private' } } })).toBe(1);
    expect(await settings.change({ ...by, at: now + 2, values: { answers: { value: 'private' } } })).toBe(0);
    expect(await settings.change({ ...by, at: now + 3, person: 'U2', values: { answers: { value: 'channel' } } })).toBe(
      1,
    );
    expect(await settings.change({ ...by, at: now + 4, values: { answers: null, product: null } })).toBe(1);
    const unwritable = settings.change({
      ...by,
      at: now + 5,
      person: null as never,
      values: { answers: { value: 1 } },
    });
    await expect(unwritable).rejects.toThrow();
    expect(await settings.read('T1', null)).toEqual({ workspace: {}, channel: {} });
    expect(await settings.audit('T1', null, 10)).toEqual([
      { at: now + 4, person: 'U1', name: 'answers', from: { value: 'channel' }, to: null },
      { at: now + 3, person: 'U2', name: 'answers', from: { value: 'private' }, to: { value: 'channel' } },
      { at: now + 1, person: 'U1', name: 'answers', from: null, to: { value: 'private' } },
    ]);
    expect(await settings.audit('T1', null, 1)).toHaveLength(1);
    expect(await settings.audit('T1', 'C1', 10)).toEqual([]);
    expect(await settings.audit('T2', null, 10)).toEqual([]);
  });

  it('leave no gap in the audit when many change one value at a time', async () => {
    const place = await kind.newPlace();
    const stores = [await openAt(place), await openAt(place)];
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    await Promise.all(
      numbers.map((at) => stores[at % 2]?.settings.change({ ...by, at: now + at, values: { number: { value: at } } })),
    );
    const entries = (await stores[0]?.settings.audit('T1', null, 100)) ?? [];
    expect(entries).toHaveLength(20);
    const { workspace } = (await stores[0]?.settings.read('T1', null)) ?? expect.fail();
    const left = entries.map(({ to }) => to?.value).filter((to) => !entries.some(({ from }) => from?.value === to));
    expect(left, 'each value but the last was replaced by another').toEqual([workspace.number]);
  });

  it('that hold something else than JSON are read as nothing', async () => {
    const place = await kind.newPlace();
    const { settings } = await openAt(place);
    const database = await openDatabase(place);
    await database.db.insertInto('settings').values({ team: 'T1', channel: '', name: 'x', value: '{' }).execute();
    await database.close();
    expect(await settings.read('T1', null)).toEqual({ workspace: { x: undefined }, channel: {} });
  });

  it('tell who listens when they have changed, and not before', async () => {
    const { settings } = await openNew();
    const heard: unknown[] = [];
    const end = settings.onChange((team) => heard.push(team));
    await settings.change({ ...by, values: { answers: { value: 'private' } } });
    expect(heard).toContain('T1');
    const before = heard.length;
    await settings.change({ ...by, values: { answers: { value: 'private' } } });
    end();
    await settings.change({ ...by, values: { answers: null } });
    await wait(50);
    expect(heard.filter((team) => team !== 'T1' && team !== null)).toEqual([]);
    expect(heard.length - before).toBeLessThanOrEqual(1); // on PostgreSQL one's own notification comes as well
  });
});

/** Waits for something that has no end to be waited for. */
async function until(isSo: () => boolean): Promise<void> {
  for (let trial = 0; trial < 500 && !isSo(); trial += 1) await wait(10);
  expect(isSo()).toBe(true);
}

describe.each(kinds.filter(({ server }) => server !== null))('two stores that share $name', (kind) => {
  it('hear of what the other one sets, also after the connection was lost', async () => {
    const place = await kind.newPlace();
    const told: string[] = [];
    const one = await openStore(place, { tell: (_, what) => told.push(what) });
    const other = await openStore(place);
    const heard: (string | null)[] = [];
    one.settings.onChange((team) => heard.push(team));
    const url = 'url' in place ? place.url : expect.fail();
    const listening = "query ilike 'listen%' and datname = current_database()";
    while ((await query(url, `select pid from pg_stat_activity where ${listening}`)).length < 2) await wait(10);
    await other.settings.change({ ...by, values: { answers: { value: 'private' } } });
    await until(() => heard.includes('T1'));
    heard.length = 0;
    await query(url, `select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`);
    await other.settings.change({ ...by, team: 'T2', values: { answers: { value: 'private' } } });
    await until(() => heard.includes(null)); // forgets what it may have missed
    heard.length = 0;
    await other.settings.change({ ...by, team: 'T3', values: { answers: { value: 'private' } } });
    await until(() => heard.includes('T3'));
    expect(told).toEqual(['what other processes change is not heard until the store is back']);
    await one.close();
    await other.close();
  });
});
