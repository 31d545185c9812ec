import { sql } from 'kysely';
import { onceReady } from './open-database.js';
import type { Database, Db } from './tables.js';
import type { Claim, DeliveryClaims, Work } from './types.js';
import { isLeftBehind } from './unfinished.js';

/** Claims are rows with a unique key: whoever inserts the row, or takes over one that expired or was left behind, has it. */
export function deliveryClaims(database: Database): DeliveryClaims {
  const { db, soon } = database;
  const claim = (by: Db, one: Claim, work: Work | undefined) => onceReady(database, () => take(by, one, work));

  return {
    claim: (key, milliseconds, work) => claim(db, { key, milliseconds }, work),
    claimSoon: (key, milliseconds, work) => claim(soon, { key, milliseconds }, work),
    claimAll(claims) {
      // In one order everywhere, so that two who want the same keys wait for each other and not in a circle.
      const sorted = [...claims].sort((one, other) => (one.key < other.key ? -1 : 1));
      return onceReady(database, async () => {
        try {
          await db.transaction().execute(async (transaction) => {
            for (const claim of sorted) if (!(await take(transaction, claim))) throw new Taken();
          });
          return true;
        } catch (error) {
          if (error instanceof Taken) return false;
          throw error;
        }
      });
    },
    keep(key, milliseconds) {
      const expires_at = Date.now() + milliseconds;
      return onceReady(database, async () => {
        await db.updateTable('deliveries').set({ expires_at }).where('key', '=', key).execute();
      });
    },
  };
}

/** Undoes a transaction: somebody else has one of the keys. */
class Taken extends Error {}

/** Written as it is, because every request waits for it: to put it together piece by piece takes as long as to do it. */
async function take(db: Db, { key, milliseconds }: Claim, work?: Work): Promise<boolean> {
  const now = Date.now();
  const { numAffectedRows } = await sql`
    insert into deliveries (key, claimed_at, expires_at, taken_by, about)
    values (${key}, ${now}, ${now + milliseconds}, ${work?.by ?? null}, ${work?.about ?? null})
    on conflict (key) do update set
      claimed_at = excluded.claimed_at, expires_at = excluded.expires_at, taken_by = excluded.taken_by, about = excluded.about
    where deliveries.expires_at <= ${now} or (${isLeftBehind(now)})`.execute(db);
  return numAffectedRows === 1n;
}

/** Takes up to `most` expired claims away. @returns how many there were */
export async function sweepDeliveries(db: Db, now: number, most: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where('key', 'in', (query) =>
      query.selectFrom('deliveries').select('key').where('expires_at', '<=', now).limit(most),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
