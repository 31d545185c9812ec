import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readNotes } from '../../src/store/notes.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { note } from '../support/notes.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

describe.each(kinds)('notes on $name', (kind) => {
  const open: Store[] = [];
  afterEach(() => closeAll());

  async function notesAt(place: StorePlace) {
    const store = await openStore(place);
    open.push(store);
    return store.notes;
  }
  const newNotes = async () => notesAt(await kind.newPlace());

  async function closeAll(): Promise<void> {
    for (const store of open.splice(0)) await store.close();
  }

  it('are there as they were written, also after a restart, and for another program', async () => {
    const place = await kind.newPlace();
    const [one, other] = [note({ created: 2 }), note({ created: 1, message: null, edited: { by: 'U2', at: 3 } })];
    const notes = await notesAt(place);
    await notes.save(other);
    await notes.save(one);
    expect(await readNotes(place, 'T1')).toEqual([one, other]);
    await closeAll();
    const again = await notesAt(place);
    expect(await again.find('T1', one.id)).toEqual(one);
    expect(await again.newest('T1', 10)).toEqual([one, other]);
  });

  it('come newest first, as many as asked for', async () => {
    const notes = await newNotes();
    for (const created of [2, 3, 1]) await notes.save(note({ created, text: `${created}` }));
    await notes.save(note({ created: 9, article: 'S50019', text: 'other' }));
    expect((await notes.newest('T1', 3)).map(({ text }) => text)).toEqual(['other', '3', '2']);
  });

  it('are for their own team only', async () => {
    const notes = await newNotes();
    const theirs = note({ team: 'T2' });
    await notes.save(theirs);
    expect(await notes.newest('T1', 10)).toEqual([]);
    expect(await notes.find('T1', theirs.id)).toBeNull();
    expect(await notes.edit('T1', theirs.id, { text: 'mine now', by: 'U1', at: 1 })).toBe(false);
    expect(await notes.delete('T1', theirs.id)).toBe(false);
    await notes.save({ ...theirs, team: 'T1', text: 'mine now' });
    expect(await notes.newest('T2', 10)).toEqual([theirs]);
    expect(await notes.newest('T1', 10)).toEqual([]);
  });

  it('are edited, and gone when they are deleted', async () => {
    const place = await kind.newPlace();
    const notes = await notesAt(place);
    const one = note();
    await notes.save(one);
    expect(await notes.edit('T1', one.id, { text: 'it was DNS', by: 'U2', at: 5 })).toBe(true);
    expect(await notes.find('T1', one.id)).toEqual({ ...one, text: 'it was DNS', edited: { by: 'U2', at: 5 } });
    expect(await notes.delete('T1', one.id)).toBe(true);
    expect(await notes.delete('T1', one.id)).toBe(false);
    expect(await notes.edit('T1', one.id, { text: 'again', by: 'U2', at: 6 })).toBe(false);
    expect(await readNotes(place, null)).toEqual([]);
  });

  it('are saved once when the same person saves again, with what they say now', async () => {
    const notes = await newNotes();
    const one = note();
    await notes.save(one);
    await notes.save({ ...one, text: 'more exactly' });
    await notes.save({ ...one, author: 'U2', text: 'not mine' });
    expect((await notes.newest('T1', 10)).map(({ text }) => text)).toEqual(['more exactly']);
  });

  it('tell of every change, and which teams have any', async () => {
    const notes = await newNotes();
    const heard: (string | null)[] = [];
    const end = notes.onChange((team) => heard.push(team));
    const one = note();
    await notes.save(one);
    await notes.save(note({ team: 'T2' }));
    expect((await notes.teams()).sort()).toEqual(['T1', 'T2']);
    await notes.edit('T1', one.id, { text: 'x', by: 'U1', at: 1 });
    await notes.delete('T1', one.id);
    expect(await notes.teams()).toEqual(['T2']);
    end();
    await notes.delete('T2', 'none');
    expect(new Set(heard.filter((team) => team !== null))).toEqual(new Set(['T1', 'T2']));
  });

  it('hold 3,000 characters of any kind but what the database cannot hold', async () => {
    const notes = await newNotes();
    const one = note({ text: `${'👍'.repeat(1_499)}\0 \ud800` });
    await notes.save(one);
    expect((await notes.find('T1', one.id))?.text).toBe(`${'👍'.repeat(1_499)} \ufffd`);
  });
});
