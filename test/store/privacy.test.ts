import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exportPerson } from '../../src/store/export-person.js';
import { forgetPerson, forgetWorkspace } from '../../src/store/forget.js';
import { held } from '../../src/store/held.js';
import { sweep } from '../../src/store/housekeeping.js';
import { openDatabase } from '../../src/store/open-database.js';
import { openStore } from '../../src/store/open-store.js';
import { withoutUser } from '../../src/store/personal-rows.js';
import { contentTables } from '../../src/store/tables.js';
import { exportRows } from '../../src/store/transfer.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { asked } from '../support/lookups.js';
import { note } from '../support/notes.js';
import { vote } from '../support/votes.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;
const key = randomBytes(32);
const ana = 'U0ANA0000';
const ben = 'U0BEN0000';
/** Begins like Ana's id, and is somebody else's. */
const anna = 'U0ANA00001';

describe.each(kinds)('forgetting on $name', (kind) => {
  const open: Store[] = [];
  afterEach(() => closeAll());

  async function openAt(place: StorePlace): Promise<Store> {
    const store = await openStore(place, { keys: [key] });
    open.push(store);
    return store;
  }
  async function closeAll(): Promise<void> {
    for (const store of open.splice(0)) await store.close();
  }

  /** A store in which two people of two workspaces have left what can be left. */
  async function lived(): Promise<StorePlace> {
    const place = await kind.newPlace();
    const store = await openAt(place);
    for (const person of [ana, ben, anna]) {
      await store.feedback.vote(vote({ person }));
      await store.feedback.vote(vote({ person, team: 'T2', verdict: 'not-helped' }));
    }
    const direct = { channel: 'D0ANA', ts: '1.1', permalink: 'https://acme.example.com/archives/D0ANA/p1' };
    await store.notes.save(note({ id: 'a', author: ana, authorName: 'ana', message: direct }));
    await store.notes.save(note({ id: 'b', author: ben, authorName: 'ben', text: `ask <@${ana}|ana> or ${anna}` }));
    await store.notes.edit('T1', 'b', { text: `ask <@${ana}|ana> or ${anna}`, by: ana, at: 5 });
    await store.notes.save(note({ id: 'c', author: ben, authorName: 'ben', team: 'T2' }));
    const by = { team: 'T1', channel: null, at: Date.now() };
    await store.settings.change({ ...by, person: ana, values: { unfurl: { value: true } } });
    await store.settings.change({ ...by, person: ben, values: { ask: { value: ana } } });
    store.lookups.record(asked({ question: `what did ${ana} say of 401.5` }));
    store.lookups.record(asked({ question: '500.19', team: 'T2', codes: ['500.19'] }));
    await store.installations.save('T1', { team: { id: 'T1' }, user: { id: ana }, bot: { token: 'xoxb-1' } });
    await store.installations.save('T2', { team: { id: 'T2' }, user: { id: ben }, bot: { token: 'xoxb-2' } });
    const about = JSON.stringify({ team: 'T1', user: ana, channel: 'C1' });
    await store.deliveries.claim('message T1 C1 1.1', day, { by: 'gone', about });
    await store.deliveries.claim('digest T2 2026-11-23', day);
    await store.deliveries.claim(`press T1 C1 1.1 ${ana} kb:v1:next`, day);
    await closeAll();
    return place;
  }

  async function contentOf(place: StorePlace): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    await exportRows(place, async (row) => void rows.push(row));
    return rows;
  }

  async function exported(place: StorePlace, user: string, team: string | null = null, keys = [key]) {
    const rows: Record<string, unknown>[] = [];
    const locked = await exportPerson(place, { user, team }, keys, async (row) => void rows.push(row));
    return { rows, locked };
  }

  const forgetting = { deleteNotes: false, keys: [key], onlyCount: false };
  const everything = {
    ...{ votes: 2, notesDeleted: 0, notesAnonymised: 1, notesNaming: 1, settings: 1, audit: 2, questions: 1 },
    ...{ unfinished: 1, presses: 1, installations: 1, locked: [] },
  };

  it('says of every column what it holds', async () => {
    const place = await kind.newPlace();
    await openAt(place);
    const database = await openDatabase(place);
    const tables = await database.db.introspection.getTables();
    const columns = contentTables.map(({ name }) => [
      name,
      (tables.find((table) => table.name === name)?.columns ?? []).map((column) => column.name).sort(),
    ]);
    await database.close();
    expect(Object.fromEntries(columns)).toEqual(
      Object.fromEntries(Object.entries(held).map(([table, kept]) => [table, Object.keys(kept).sort()])),
    );
  });

  it('exports all that names a person, and nobody else', async () => {
    const place = await lived();
    const { rows, locked } = await exported(place, ana);
    expect(locked).toEqual([]);
    expect(rows.map(({ table, named_in }) => [table, named_in])).toEqual([
      ['deliveries', ['about']],
      ['deliveries', ['key']],
      ['lookups', ['question']],
      ['notes', ['author']],
      ['notes', ['edited_by', 'text']],
      ['feedback', ['person']],
      ['feedback', ['person']],
      ['settings', ['value']],
      expect.arrayContaining(['settings_audit']),
      expect.arrayContaining(['settings_audit']),
      ['installations', ['user']],
    ]);
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/U0BEN0000|xoxb|ciphertext|"ben"/);
    expect(rows[3]).toMatchObject({ author_name: 'ana', text: 'on web-07 it was the load balancer' });
    expect(rows[5]).toMatchObject({ team: 'T1', verdict: 'fixed', at: expect.stringMatching(/^20\d\d-.*Z$/) });
    expect((await exported(place, ana, 'T2')).rows).toEqual([expect.objectContaining({ table: 'feedback' })]);
    expect((await exported(place, ben, null, [])).locked).toEqual(['T1', 'T2']);
  });

  it('takes a person out, and leaves everybody else as they were', async () => {
    const place = await lived();
    const others = [await exported(place, ben), await exported(place, anna)];
    expect(await forgetPerson(place, { user: ana, team: null }, { ...forgetting, onlyCount: true })).toEqual(
      everything,
    );
    expect((await exported(place, ana)).rows).toHaveLength(11);
    expect(await forgetPerson(place, { user: ana, team: null }, forgetting)).toEqual(everything);
    expect((await exported(place, ana)).rows).toEqual([]);
    const content = await contentOf(place);
    expect(JSON.stringify(content)).not.toMatch(/U0ANA0000(?!1)|D0ANA|"ana"/);
    expect(content.find(({ id }) => id === 'a')).toMatchObject({
      ...{ author: '[user]', author_name: '', text: 'on web-07 it was the load balancer', permalink: null },
    });
    expect(content.find(({ id }) => id === 'b')).toMatchObject({
      ...{ author: ben, author_name: 'ben', text: `ask [user] or ${anna}`, edited_by: '[user]' },
    });
    const after = [await exported(place, ben), await exported(place, anna)];
    const unmarked = (all: unknown) =>
      JSON.stringify(all)
        .replaceAll(ana, '[user]')
        .replace(/<@\[user\]\|ana>/g, '[user]');
    const changed = (all: typeof after) =>
      all.map(({ rows }) =>
        rows
          .filter(({ named_in }) => !String(named_in).includes('installations'))
          .map(unmarked)
          .sort(),
      );
    expect(changed(after)).toEqual(changed(others));
    const store = await openAt(place);
    expect(await store.installations.find('T1')).toMatchObject({ user: { id: '[user]' }, bot: { token: 'xoxb-1' } });
    expect(await store.installations.find('T2')).toMatchObject({ user: { id: ben } });
    expect(await store.settings.read('T1', null)).toEqual({ workspace: { unfurl: true }, channel: {} });
    expect(await store.unfinished.takeOver('new', { since: 0, before: Date.now() + day, most: 9 })).toEqual([]);
    expect(await forgetPerson(place, { user: ana, team: null }, forgetting)).toMatchObject({ votes: 0, audit: 0 });
  });

  it('keeps to one workspace, deletes notes when that is wanted, and says what it cannot open', async () => {
    const place = await lived();
    expect(await forgetPerson(place, { user: ana, team: 'T2' }, forgetting)).toMatchObject({
      ...{ votes: 1, notesAnonymised: 0, audit: 0, unfinished: 0, presses: 0 },
    });
    const options = { deleteNotes: true, keys: [], onlyCount: false };
    expect(await forgetPerson(place, { user: ana, team: 'T1' }, options)).toEqual({
      ...everything,
      ...{ votes: 1, notesDeleted: 1, notesAnonymised: 0, installations: 0, locked: ['T1'] },
    });
    expect((await contentOf(place)).filter(({ table }) => table === 'notes').map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('takes all of a workspace out, and nothing of another', async () => {
    const place = await lived();
    const before = await contentOf(place);
    const counts = await forgetWorkspace(place, 'T1', { onlyCount: false });
    expect(counts).toMatchObject({
      deliveries: 2,
      lookups: 1,
      lookup_codes: 1,
      notes: 2,
      installations: 1,
      feedback: 3,
    });
    expect(counts).toMatchObject({ settings: 2, settings_audit: 2 });
    const kept = await contentOf(place);
    expect(JSON.stringify(kept)).not.toContain('T1');
    expect(kept).toHaveLength(before.length - Object.values(counts).reduce((sum, count) => sum + count, 0));
    expect(kept).toEqual(before.filter((row) => kept.some((other) => JSON.stringify(other) === JSON.stringify(row))));
    expect(kept.map(({ table }) => table)).toEqual([
      ...['deliveries', 'lookups', 'lookup_codes', 'notes', 'installations', 'feedback', 'feedback', 'feedback'],
    ]);
  });

  it('is heard by a bot that runs', async () => {
    const place = await lived();
    const store = await openAt(place);
    const heard: unknown[] = [];
    await expect.poll(() => store.feedback.tally('T1', 'S401-5')?.people).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 500)); // the connection that listens stands
    store.notes.onChange((team) => heard.push(['notes', team]));
    store.settings.onChange((team) => heard.push(['settings', team]));
    store.onForgotten(() => heard.push('people'));
    await forgetPerson(place, { user: ana, team: null }, forgetting);
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(heard.slice(0, 3).sort()).toEqual([['notes', null], ['settings', null], 'people'].sort());
    await expect.poll(() => store.feedback.tally('T1', 'S401-5')?.people, { timeout: 10_000 }).toBe(2);
  }, 30_000);

  it('comes by itself: entries of the audit after three years, a workspace 90 days after the bot has left it', async () => {
    const place = await lived();
    const store = await openAt(place);
    await store.installations.remove('T2');
    expect(await store.installations.remove('T3')).toBe(false);
    await closeAll();
    const sweepAt = async (now: number) => {
      const database = await openDatabase(place);
      await sweep(database, now, { keptMs: 10_000 * day });
      await database.close();
      return (await contentOf(place)).filter(({ table }) => table !== 'deliveries');
    };
    const inT2 = (rows: Record<string, unknown>[]) => rows.filter(({ team }) => team === 'T2').length;
    const soon = await sweepAt(Date.now() + 89 * day);
    expect(inT2(soon)).toBe(6);
    const later = await sweepAt(Date.now() + 91 * day);
    expect(inT2(later)).toBe(0);
    const left = (rows: typeof later) => rows.filter(({ team }) => team === 'T1').map(({ table }) => table);
    expect(left(later)).toEqual(left(soon));
    expect(left(later)).toContain('settings_audit');
    expect(left(await sweepAt(Date.now() + 3 * 366 * day))).toEqual(
      left(later).filter((table) => table !== 'settings_audit' && table !== 'feedback'),
    );
  });

  it('does not come to a workspace in which the bot is again, or is still asked', async () => {
    const place = await lived();
    const store = await openAt(place);
    for (const team of ['T1', 'T2']) await store.installations.remove(team);
    await store.installations.save('T1', { bot: { token: 'xoxb-3' } });
    store.lookups.record(asked({ team: 'T2', at: Date.now() + 2 * day }));
    await closeAll();
    const database = await openDatabase(place);
    await sweep(database, Date.now() + 91 * day);
    await database.close();
    const kept = (await contentOf(place)).filter(({ table }) => table === 'feedback' || table === 'departures');
    expect(kept.map(({ team }) => team).sort()).toEqual(['T1', 'T1', 'T1', 'T2', 'T2', 'T2']);
  });

  it('writes not down in which direct message somebody asked', async () => {
    const place = await kind.newPlace();
    const store = await openAt(place);
    store.lookups.record(asked({ channel: 'D0ANA', thread: '1.1', message: '1.2', surface: 'direct' }));
    await closeAll();
    const [lookup] = await contentOf(place);
    expect(lookup).toMatchObject({ channel: 'D', thread: null, message: null });
  });
});

describe('a text without a person', () => {
  const id = fc.stringMatching(/^[UW][A-Z0-9]{4,12}$/);

  it('has their id nowhere, and everything else as it was', () => {
    fc.assert(
      fc.property(id, fc.array(fc.string()), (user, parts) => {
        const others = parts.map((part) => part.replaceAll(user, '').replace(/[A-Z0-9]/g, 'x'));
        expect(withoutUser(others.join(`<@${user}>`), user)).toBe(others.join('[user]'));
        expect(withoutUser(others.join(` ${user} `), user)).toBe(others.join(' [user] '));
        expect(withoutUser(others.join(`${user}9`), user)).toBe(others.join(`${user}9`));
      }),
    );
  });
});
