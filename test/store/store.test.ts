import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sweep } from '../../src/store/housekeeping.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { readReport } from '../../src/store/report.js';
import type { Report, Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { asked } from '../support/lookups.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;

describe.each(kinds)('the store on $name', (kind) => {
  const open: Store[] = [];
  afterEach(() => closeAll());

  async function openAt(place: StorePlace): Promise<Store> {
    const store = await openStore(place);
    open.push(store);
    return store;
  }
  const openNew = async () => openAt(await kind.newPlace());

  async function closeAll(): Promise<void> {
    for (const store of open.splice(0)) await store.close();
  }

  /** The report, when everything is written. */
  async function reportAt(place: StorePlace, since: number, most: number): Promise<Report> {
    await closeAll();
    return readReport(place, since, most);
  }

  it('answers', async () => {
    await expect((await openNew()).check()).resolves.toBeUndefined();
  });

  it('gives a delivery to the first who claims it', async () => {
    const { deliveries } = await openNew();
    expect(await deliveries.claim('message T1 C1 1.2', day)).toBe(true);
    expect(await deliveries.claim('message T1 C1 1.2', day)).toBe(false);
    expect(await deliveries.claim('message T1 C1 1.3', day)).toBe(true);
  });

  it('gives it to one of many who claim it at the same time, from several connections', async () => {
    const place = await kind.newPlace();
    const stores = [await openAt(place), await openAt(place), await openAt(place)];
    const keys = Array.from({ length: 60 }, (_, index) => `key ${index % 20}`);
    const claimed = await Promise.all(
      keys.flatMap((key) => stores.map(async ({ deliveries }) => ((await deliveries.claim(key, day)) ? key : null))),
    );
    expect(claimed.filter((key) => key !== null).sort()).toEqual([...new Set(keys)].sort());
  });

  it('gives it to one of many also where they do not wait for the disk', async () => {
    const place = await kind.newPlace();
    const stores = [await openAt(place), await openAt(place)];
    const keys = Array.from({ length: 60 }, (_, index) => `trigger T1 ${index % 20}`);
    const claimed = await Promise.all(
      keys.flatMap((key, index) =>
        stores.map(async ({ deliveries }) => {
          const isFirst = index % 3 === 0 ? await deliveries.claim(key, day) : await deliveries.claimSoon(key, day);
          return isFirst ? key : null;
        }),
      ),
    );
    expect(claimed.filter((key) => key !== null).sort()).toEqual([...new Set(keys)].sort());
    await closeAll();
    expect(await (await openAt(place)).deliveries.claimSoon('trigger T1 7', day)).toBe(false);
  });

  it('gives it again when the claim has expired', async () => {
    const { deliveries } = await openNew();
    expect(await deliveries.claim('press', -1)).toBe(true);
    expect(await deliveries.claim('press', day)).toBe(true);
    expect(await deliveries.claim('press', day)).toBe(false);
  });

  it('gives several to one who claims them, all or none', async () => {
    const { deliveries } = await openNew();
    const claims = (...keys: string[]) => keys.map((key) => ({ key, milliseconds: 60_000 }));
    expect(await deliveries.claimAll(claims('b', 'a'))).toBe(true);
    expect(await deliveries.claimAll(claims('c', 'a', 'd'))).toBe(false);
    expect(await deliveries.claimAll(claims('d', 'c'))).toBe(true);
    expect(await deliveries.claim('c', 60_000)).toBe(false);
  });

  it('gives several to one of many who want the same', async () => {
    const place = await kind.newPlace();
    const stores = [await openAt(place), await openAt(place)];
    const keys = ['a', 'b', 'c', 'd'];
    const claims = (turn: number) => [0, 1].map((one) => ({ key: keys[(turn + one) % 4] ?? '', milliseconds: 60_000 }));
    const won = await Promise.all(
      Array.from({ length: 40 }, (_, turn) => stores[turn % 2]?.deliveries.claimAll(claims(turn))),
    );
    expect([1, 2]).toContain(won.filter(Boolean).length);
  });

  it('knows what was claimed before a restart', async () => {
    const place = await kind.newPlace();
    await (await openAt(place)).deliveries.claim('a', day);
    await closeAll();
    const { deliveries } = await openAt(place);
    expect([await deliveries.claim('a', day), await deliveries.claim('b', day)]).toEqual([false, true]);
  });

  it('reports what was asked before a restart', async () => {
    const place = await kind.newPlace();
    const { lookups } = await openAt(place);
    lookups.record(asked());
    lookups.record(asked({ question: 'HTTP Error 401.5 and 0x80070005', codes: ['401.5', '0x80070005', '401.5'] }));
    lookups.record(asked({ question: 'why', codes: [], outcome: 'none', article: null }));
    lookups.record(asked({ question: 'why', codes: [], outcome: 'none', article: null }));
    lookups.record(asked({ outcome: 'weak', article: 'S500-19', at: Date.now() - 3 * day }));
    lookups.record(asked({ at: Date.now() - 60 * day }));
    const report = await reportAt(place, Date.now() - 30 * day, 10);
    const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * day).toISOString().slice(0, 10);
    expect(report).toMatchObject({
      lookups: 5,
      codes: [
        { code: '401.5', lookups: 3 },
        { code: '0x80070005', lookups: 1 },
      ],
      articles: [
        { article: 'S401-5', lookups: 2 },
        { article: 'S500-19', lookups: 1 },
      ],
      unanswered: [{ question: 'why', lookups: 2 }],
      days: [
        { day: dayOf(3), answer: 0, weak: 1, none: 0 },
        { day: dayOf(0), answer: 2, weak: 0, none: 2 },
      ],
    });
  });

  it('lists as much as it was asked for', async () => {
    const place = await kind.newPlace();
    const { lookups } = await openAt(place);
    for (let index = 0; index < 120; index += 1) lookups.record(asked({ codes: [`500.${index}`] }));
    const report = await reportAt(place, 0, 7);
    expect([report.lookups, report.codes.length]).toEqual([120, 7]);
  });

  it('writes no address, name or secret of a question down, nor what the database cannot hold', async () => {
    const place = await kind.newPlace();
    const { lookups } = await openAt(place);
    const question = `CORP\\alice@10.1.2.3 \0 \ud800 it's "${'x'.repeat(1000)}"`;
    lookups.record(asked({ question, outcome: 'none', article: null }));
    const [row] = (await reportAt(place, 0, 1)).unanswered;
    expect(row?.question).toMatch(/^CORP\\\[user\]@\[address\] {2}\ufffd it's "x+…$/);
  });

  it('forgets claims that have expired and lookups of more than a year ago', async () => {
    const place = await kind.newPlace();
    const { lookups, deliveries } = await openAt(place);
    for (let index = 0; index < 250; index += 1) await deliveries.claim(`old ${index}`, -1);
    await deliveries.claim('new', day);
    lookups.record(asked({ at: Date.now() - 366 * day }));
    lookups.record(asked());
    await closeAll();
    const database = await openDatabase(place);
    await sweep(database, Date.now());
    const keys = await database.db.selectFrom('deliveries').select('key').execute();
    const codes = await database.db.selectFrom('lookup_codes').select('code').execute();
    await database.close();
    expect(keys).toEqual([{ key: 'new' }]);
    expect(codes).toHaveLength(1);
  });

  it('keeps nobody waiting, and nothing back, when a transaction fails', async () => {
    const database = await openDatabase(await kind.newPlace());
    const { db } = database;
    await db.schema
      .createTable('t')
      .addColumn('n', 'integer', (column) => column.primaryKey())
      .execute();
    const insert = () =>
      db.transaction().execute(async (one) => {
        await one.schema.createTable('u').addColumn('n', 'integer').execute();
        throw new Error('on purpose');
      });
    await expect(insert()).rejects.toThrow('on purpose');
    await expect(insert()).rejects.toThrow('on purpose');
    await database.close();
  });
});
