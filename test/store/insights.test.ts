import { afterAll, describe, expect, it, vi } from 'vitest';
import { sweep } from '../../src/store/housekeeping.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { readReport } from '../../src/store/report.js';
import type { NewLookup, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { asked } from '../support/lookups.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;
/** Noon, so that an hour more or less is the same day. */
const noon = Math.floor(Date.now() / day) * day - day / 2;
const week = { since: noon - 7 * day, until: noon + day / 4 };

const unanswered = (about: Partial<NewLookup>) =>
  asked({ at: noon, outcome: 'none', article: null, codes: [], ...about });

describe.each(kinds)('what was asked, on $name', (kind) => {
  async function having(...lookups: NewLookup[]): Promise<StorePlace> {
    const place = await kind.newPlace();
    const store = await openStore(place);
    for (const lookup of lookups) store.lookups.record(lookup);
    await store.close();
    return place;
  }

  async function insightsOf(place: StorePlace, team = 'T1', most = 10) {
    const store = await openStore(place);
    const insights = await store.insights.read(team, week, most);
    await store.close();
    return insights;
  }

  it('is counted for each workspace and span apart', async () => {
    const place = await having(
      asked({ at: noon }),
      asked({ at: noon, codes: ['401.5', '0x80070005'] }),
      asked({ at: noon - 8 * day }),
      asked({ at: noon + day }),
      asked({ at: noon, team: 'T2', codes: ['503'] }),
      unanswered({ team: 'T2', question: 'secret of the others' }),
    );
    expect(await insightsOf(place)).toEqual({
      lookups: 2,
      codes: [
        { code: '401.5', lookups: 2 },
        { code: '0x80070005', lookups: 1 },
      ],
      unanswered: [],
    });
    expect((await insightsOf(place, 'T2')).codes).toEqual([{ code: '503', lookups: 1 }]);
    expect((await insightsOf(place, 'T3')).lookups).toBe(0);
  });

  it('is ranked by threads and days, not by presses', async () => {
    const often = Array.from({ length: 9 }, (_, minute) => unanswered({ question: 'pressed', at: noon + minute }));
    const place = await having(
      ...often,
      unanswered({ question: 'Printer on FIRE!', thread: '1.1', at: noon - 3 }),
      unanswered({ question: 'printer  on fire', thread: '1.2', at: noon - 2 }),
      unanswered({ question: 'printer on fire?', at: noon - day }),
      unanswered({ question: 'in one thread', thread: '2.1' }),
      unanswered({ question: 'in one thread', thread: '2.1', at: noon + day / 8 }),
      unanswered({ question: '?!' }),
    );
    const listed = (await insightsOf(place)).unanswered;
    expect(listed.map(({ question, lookups, occasions }) => [question, lookups, occasions])).toEqual([
      ['printer  on fire', 3, 3],
      ['pressed', 9, 1],
      ['in one thread', 2, 1],
    ]);
    expect((await insightsOf(place, 'T1', 1)).unanswered).toHaveLength(1);
  });

  it('counts questions with the same codes as one', async () => {
    const codes = ['0x80041010'];
    const place = await having(
      unanswered({ question: 'wmi says 0x80041010', codes, thread: '1.1' }),
      unanswered({ question: '0x80041010 again, on web-07', codes, thread: '1.2', at: noon + 1 }),
      unanswered({ question: '0x80041010 and 1067', codes: ['1067', ...codes] }),
    );
    const listed = (await insightsOf(place)).unanswered;
    expect(listed).toMatchObject([
      { question: '0x80041010 again, on web-07', codes, lookups: 2, occasions: 2, last: noon + 1 },
      { codes: ['0x80041010', '1067'], occasions: 1 },
    ]);
  });

  it('leaves out what somebody asked alone; the report of who runs the bot has it', async () => {
    const place = await having(
      unanswered({ question: 'said to the bot', channel: 'D1', surface: 'direct' }),
      unanswered({ question: 'in a window', channel: null, surface: 'search' }),
      unanswered({ question: 'in a channel' }),
    );
    expect((await insightsOf(place)).unanswered.map(({ question }) => question)).toEqual(['in a channel']);
    const report = await readReport(place, week.since, 10);
    expect(report.unanswered.map(({ question }) => question).sort()).toEqual([
      'in a channel',
      'in a window',
      'said to the bot',
    ]);
  });

  it('is kept as long as is set', async () => {
    const place = await having(
      asked({ at: Date.now() - 10 * day }),
      unanswered({ at: Date.now() - 20 * day }),
      asked({ at: Date.now() - 40 * day }),
    );
    const database = await openDatabase(place);
    const count = async () => (await database.db.selectFrom('lookups').selectAll().execute()).length;
    await sweep(database, Date.now());
    expect(await count()).toBe(3);
    await sweep(database, Date.now(), { keptMs: 30 * day });
    expect(await count()).toBe(2);
    const store = await openStore(place, { keptMs: 15 * day });
    await vi.waitFor(async () => expect(await count()).toBe(1));
    await store.close();
    await database.close();
  });

  it('keeps a claim that is held for longer', async () => {
    const place = await kind.newPlace();
    const { deliveries, close } = await openStore(place);
    expect(await deliveries.claim('digest', 1)).toBe(true);
    await deliveries.keep('digest', day);
    expect(await deliveries.claim('digest', day)).toBe(false);
    await close();
  });
});
