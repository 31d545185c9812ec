import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createKeptNotes, type KeptNotes } from '../../src/slack/notes/kept-notes.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';
import { note } from '../support/notes.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

describe.each(kinds)('notes in memory over $name', (kind) => {
  const open: (Store | { close(): Promise<void> })[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
  });

  async function keptAt(place: StorePlace): Promise<KeptNotes> {
    const store = await openStore(place);
    const kept = createKeptNotes(store.notes, createLogger('silent'));
    open.push(store, { close: async () => kept.stop() });
    await kept.start();
    return kept;
  }

  const texts = (kept: KeptNotes, team = 'T1') => (kept.of(team)?.about('S40105') ?? []).map(({ text }) => text);

  it('are those of the store from the start, each team its own', async () => {
    const place = await kind.newPlace();
    const first = await keptAt(place);
    await first.store.save(note({ created: 1, text: 'one' }));
    await first.store.save(note({ team: 'T2', text: 'theirs' }));
    const again = await keptAt(place);
    expect([texts(again), texts(again, 'T2'), texts(again, 'T3')]).toEqual([['one'], ['theirs'], []]);
    expect(again.of(undefined)).toBeNull();
  });

  it('follow what is written, as soon as they are read again', async () => {
    const kept = await keptAt(await kind.newPlace());
    const one = note({ text: 'one' });
    await kept.store.save(one);
    await kept.reread('T1');
    expect(texts(kept)).toEqual(['one']);
    await kept.store.edit('T1', one.id, { text: 'two', by: 'U1', at: 1 });
    await Promise.all([kept.reread('T1'), kept.reread('T1'), kept.reread('T1')]);
    expect(texts(kept)).toEqual(['two']);
    await kept.store.delete('T1', one.id);
    await kept.reread('T1');
    expect(texts(kept)).toEqual([]);
  });

  it.skipIf(kind.server === null)('follow what another process writes', async () => {
    const place = await kind.newPlace();
    const [here, there] = [await keptAt(place), await keptAt(place)];
    await expect
      .poll(async () => {
        await there.store.save(note({ id: '00000000-0000-4000-8000-000000000000', text: 'from there' }));
        return texts(here);
      })
      .toEqual(['from there']);
  });
});
