import { sql } from 'kysely';
import { onceReady } from './open-database.js';
import type { Database, Db } from './tables.js';
import type { PostSlots } from './types.js';

/** The server's clock, so that clocks of replicas need not agree. */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/**
 * A row a channel says when it is free again; one statement moves it on, so no two processes get the same slot.
 * @returns null for a file, which has one process
 */
export function postSlots(database: Database): PostSlots | null {
  if (database.type === 'sqlite') return null;
  return {
    take(team, channel, { everyMs, burst }) {
      const every = sql<number>`${everyMs}::bigint`;
      return onceReady(database, async () => {
        const { milliseconds } = await database.db
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
      });
    },
  };
}

/** Takes the channels away that were free at a time already. */
export async function sweepPostSlots(db: Db, before: number): Promise<void> {
  await db.deleteFrom('post_slots').where('free_at', '<', before).execute();
}
