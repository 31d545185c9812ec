import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { databaseKinds } from '../support/databases.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

describe.each(kinds)('the pace of a channel on $name', (kind) => {
  it('is shared by all who open the store, and is for no one to share on a file', async () => {
    const place = await kind.newPlace();
    const store = await openStore(place);
    const { postSlots } = store;
    if (postSlots === null) {
      expect(store.type).toBe('sqlite');
      return store.close();
    }
    const other = await openStore(place);
    const pace = { everyMs: 60_000, burst: 3 };
    const doors = [postSlots, other.postSlots ?? postSlots];
    const take = (team: string, channel: string, times: number) =>
      Promise.all(Array.from({ length: times }, (_, nth) => doors[nth % 2]?.take(team, channel, pace)));
    const waits = (await take('T1', 'C1', 20)).map(Number).toSorted((a, b) => a - b);
    // Three at once, and each of the others a minute after the one before, less what the test took.
    expect(waits.map((milliseconds) => Math.ceil(milliseconds / 60_000))).toEqual([
      ...[0, 0, 0],
      ...Array.from({ length: 17 }, (_, nth) => nth + 1),
    ]);
    expect(await take('T1', 'C2', 3)).toEqual([0, 0, 0]);
    expect(await take('T2', 'C1', 3)).toEqual([0, 0, 0]);
    await store.close();
    await other.close();
  });
});
