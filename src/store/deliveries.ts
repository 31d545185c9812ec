import { toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import type { DeliveryClaims } from './types.js';

/** Claims are rows with a unique key: whoever inserts the row, or takes an expired one over, has it. */
export function deliveryClaims({ db, place, ready }: Database): DeliveryClaims {
  return {
    async claim(key, milliseconds) {
      const now = Date.now();
      try {
        await ready();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('deliveries')
          .values({ key, claimed_at: now, expires_at: now + milliseconds })
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet((row) => ({
                claimed_at: row.ref('excluded.claimed_at'),
                expires_at: row.ref('excluded.expires_at'),
              }))
              .where('deliveries.expires_at', '<=', now),
          )
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n;
      } catch (error) {
        throw toStoreError(error, place);
      }
    },
  };
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
