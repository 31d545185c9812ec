import { sql } from 'kysely';
import { toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import type { PostSlots } from './types.js';

/** The server's clock, so that clocks of replicas need not agree. */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/**
 * A row a channel says when it is free again; one statement moves it on, so no two processes get the same slot.
 * @returns null for a file, which has one process
 */
export function postSlots({ type, db, place, ready }: Database): PostSlots | null {
  if (type === 'sqlite') return null;
  return {
    async take(team, channel, { everyMs, burst }) {
      const every = sql<number>`${everyMs}::bigint`;
      try {
        await ready();
        const { milliseconds } = await db
          .insertInto('post_slots')
          .values({ team, channel, free_at: sql`${now} + ${every}` })
          .onConflict((conflict) =>
            conflict
              .columns(['team', 'channel'])
              .doUpdateSet({ free_at: sql`greatest(post_slots.free_at, ${now}) + ${every}` }),
          )
          .returning(sql<number>`greatest(0, free_at - ${now} - ${every} * ${burst}::int)`.as('milliseconds'))
          .executeTakeFirstOrThrow();
        return milliseconds;
      } catch (error) {
        throw toStoreError(error, place);
      }
    },
  };
}

/** Takes the channels away that were free at a time already. */
export async function sweepPostSlots(db: Db, before: number): Promise<void> {
  await db.deleteFrom('post_slots').where('free_at', '<', before).execute();
}
