import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sweep } from '../../src/store/housekeeping.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { exportRows } from '../../src/store/transfer.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { vote } from '../support/votes.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;

describe.each(kinds)('feedback on $name', (kind) => {
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

  it('is nothing before anybody votes', async () => {
    const { feedback } = await openNew();
    expect(feedback.tally('T1', 'S401-5')).toBeNull();
  });

  it('counts people and answers, and says who was last', async () => {
    const { feedback } = await openNew();
    const now = Date.now();
    await feedback.vote(vote({ person: 'U1', at: now - 3 * day }));
    await feedback.vote(vote({ person: 'U2', at: now - 2 * day }));
    await feedback.vote(
      vote({ person: 'U1', at: now - 4 * day, answer: { channel: 'C1', thread: '2.1', question: '401.5 ntlm' } }),
    );
    await feedback.vote(vote({ person: 'U3', verdict: 'not-helped', at: now }));
    expect(feedback.tally('T1', 'S401-5')).toEqual({
      times: 3,
      people: 2,
      notHelped: 1,
      last: { at: now - 2 * day, person: 'U2' },
      voices: expect.closeTo(1, 1),
    });
    expect(feedback.tally('T1', 'S403-14')).toBeNull();
    expect(feedback.tally('T2', 'S401-5')).toBeNull();
  });

  it('counts a press once however often it comes, and the second verdict instead of the first', async () => {
    const { feedback } = await openNew();
    const said = [await feedback.vote(vote())];
    said.push(await feedback.vote(vote()), await feedback.vote(vote({ verdict: 'not-helped' })));
    expect(feedback.tally('T1', 'S401-5')).toMatchObject({ times: 0, people: 0, notHelped: 1, last: null });
    said.push(await feedback.vote(vote()));
    expect(feedback.tally('T1', 'S401-5')).toMatchObject({ times: 1, people: 1, notHelped: 0 });
    expect(said).toEqual([null, 'fixed', 'fixed', 'not-helped']);
  });

  it('takes the same words in the same thread for one answer, and another thread or question for another', async () => {
    const { feedback } = await openNew();
    const said = async (answer: { channel: string | null; thread: string | null; question: string }) =>
      feedback.vote(vote({ answer }));
    expect(await said({ channel: 'C1', thread: null, question: '401.5 NTLM?' })).toBeNull();
    expect(await said({ channel: 'C1', thread: null, question: '  401.5\n ntlm' })).toBe('fixed');
    expect(await said({ channel: 'C1', thread: '1.2', question: '401.5 ntlm' })).toBeNull();
    expect(await said({ channel: 'C2', thread: null, question: '401.5 ntlm' })).toBeNull();
    expect(await said({ channel: null, thread: null, question: '401.5' })).toBeNull();
    expect(feedback.tally('T1', 'S401-5')).toMatchObject({ times: 4, people: 1 });
  });

  it('writes no word of a question down', async () => {
    const place = await kind.newPlace();
    const { feedback } = await openAt(place);
    await feedback.vote(vote({ answer: { channel: 'C1', thread: null, question: 'CORP\\alice \0 \ud800' } }));
    await closeAll();
    const rows: string[] = [];
    await exportRows(place, async (row) => void rows.push(JSON.stringify(row)));
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toMatch(/alice|C1/i);
  });

  it('is there after a restart', async () => {
    const place = await kind.newPlace();
    await (await openAt(place)).feedback.vote(vote());
    await closeAll();
    expect((await openAt(place)).feedback.tally('T1', 'S401-5')).toMatchObject({ people: 1 });
  });

  it('reaches other processes, at once when they are told to look', async () => {
    const place = await kind.newPlace();
    const [one, other] = [(await openAt(place)).feedback, (await openAt(place)).feedback];
    await one.vote(vote({ person: 'U1' }));
    await other.vote(vote({ person: 'U2' }));
    expect(other.tally('T1', 'S401-5')).toMatchObject({ people: 2 });
    await one.refresh();
    expect(one.tally('T1', 'S401-5')).toMatchObject({ people: 2 });
    await other.vote(vote({ person: 'U3', article: 'S500-19' }));
    await expect
      .poll(() => one.tally('T1', 'S500-19'), { timeout: 20_000, interval: 200 })
      .toMatchObject({ people: 1 });
  }, 30_000);

  it('counts all of many who vote at the same time while it is read', async () => {
    const { feedback } = await openNew();
    const people = Array.from({ length: 30 }, (_, index) => `U${index}`);
    await Promise.all(
      people.map(async (person, index) => {
        await wait(index);
        await Promise.all([feedback.vote(vote({ person })), feedback.refresh()]);
      }),
    );
    await feedback.refresh();
    expect(feedback.tally('T1', 'S401-5')).toMatchObject({ people: 30, times: 30 });
  });

  it('is worth less when it is old, and gone after three years', async () => {
    const place = await kind.newPlace();
    const { feedback } = await openAt(place);
    const now = Date.now();
    await feedback.vote(vote({ person: 'U1', at: now - 365 * day }));
    await feedback.vote(vote({ person: 'U2', at: now - 4 * 365 * day }));
    const tally = feedback.tally('T1', 'S401-5');
    expect(tally).toMatchObject({ people: 2, last: { person: 'U1' } });
    expect(tally?.voices).toBeCloseTo(0.5 + 0.0625, 3);
    await closeAll();
    const database = await openDatabase(place);
    await sweep(database, now);
    await database.close();
    expect((await openAt(place)).feedback.tally('T1', 'S401-5')).toMatchObject({ people: 1 });
  });
});
