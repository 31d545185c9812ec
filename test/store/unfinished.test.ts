import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StorePlace } from '../../src/store/types.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

const day = 24 * 60 * 60 * 1000;

describe.each(kinds)('requests that are not finished, on $name', (kind) => {
  const open: Store[] = [];
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  const openAt = async (place: StorePlace) => {
    const store = await openStore(place);
    open.push(store);
    return store;
  };
  const all = () => ({ since: Date.now() - day, before: Date.now() + day, most: 10 });
  const begin = ({ deliveries }: Store, by: string, key: string) =>
    deliveries.claim(key, day, { by, about: `of ${key}` });

  it('are the process’s that took them on, while it is there', async () => {
    const store = await openAt(await kind.newPlace());
    await store.unfinished.alive('one', day);
    expect([await begin(store, 'one', 'a'), await begin(store, 'two', 'a')]).toEqual([true, false]);
    expect(await store.unfinished.takeOver('two', all())).toEqual([]);
  });

  it('are free again when it is gone: for another delivery, or for who looks, once', async () => {
    const place = await kind.newPlace();
    const [store, other] = [await openAt(place), await openAt(place)];
    await store.unfinished.alive('one', day);
    for (const key of ['a', 'b', 'c']) await begin(store, 'one', key);
    await store.unfinished.finish(['c']);
    await store.unfinished.alive('one', 0);
    await store.unfinished.alive('two', day);
    await store.unfinished.alive('three', day);
    expect([await begin(other, 'two', 'a'), await begin(store, 'three', 'a')]).toEqual([true, false]);
    const taken = await Promise.all([
      store.unfinished.takeOver('three', all()),
      other.unfinished.takeOver('two', all()),
    ]);
    expect(taken.flat()).toEqual([{ key: 'b', about: 'of b' }]);
    expect(await begin(store, 'three', 'c')).toBe(false);
  });

  it('that were given up are another one’s at once, and those told of nobody’s, until they are delivered again', async () => {
    const store = await openAt(await kind.newPlace());
    await store.unfinished.alive('one', day);
    await begin(store, 'one', 'a');
    await store.unfinished.giveUp(['a']);
    const young = { ...all(), before: 0 };
    expect(await store.unfinished.takeOver('one', young)).toEqual([{ key: 'a', about: 'of a' }]);
    await store.unfinished.told(['a']);
    expect(await store.unfinished.takeOver('one', all())).toEqual([]);
    expect(await begin(store, 'one', 'a')).toBe(true);
  });

  it('that were released can be taken on again', async () => {
    const store = await openAt(await kind.newPlace());
    await store.unfinished.alive('one', day);
    await begin(store, 'one', 'a');
    await store.unfinished.release('a');
    expect(await begin(store, 'one', 'a')).toBe(true);
  });
});
