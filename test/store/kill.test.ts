import { afterAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../support/databases.js';
import { lostOf, writeAndKill } from '../support/kill-writer.js';

const kinds = await databaseKinds();
afterAll(() => Promise.all(kinds.map((kind) => kind.end())));

/** A few rounds at fixed points; `npm run bench:kill` does twenty at random ones. */
const killAfter = [1, 137, 400];

describe.each(kinds)('a writer that is killed, on $name', (kind) => {
  it('loses nothing that it acknowledged, and the store opens again', async () => {
    const place = await kind.newPlace();
    const acknowledged: string[] = [];
    for (const [round, writes] of killAfter.entries()) {
      const written = await writeAndKill(place, `round ${round}`, 1000, writes);
      expect(written.length).toBeGreaterThanOrEqual(writes);
      acknowledged.push(...written);
      if (round === 1) await kind.server?.crash?.();
      expect(await lostOf(place, acknowledged)).toEqual([]);
    }
  }, 60_000);
});
