import { sql } from 'kysely';
import { onceReady } from './open-database.js';
import type { Database } from './tables.js';
import type { Unfinished, UnfinishedWork } from './types.js';

/** Nobody's: it is there to be taken over. */
const nobody = '';

/** The key under which a process says that it is there. */
const workerKey = (worker: string) => `worker ${worker}`;

/** True of a row of `deliveries` that somebody took on who did not finish it, and is not there any more. */
export function isLeftBehind(now: number) {
  return sql<boolean>`deliveries.taken_by is not null and not exists (
    select 1 from deliveries as worker where worker.key = 'worker ' || deliveries.taken_by and worker.expires_at > ${now}
  )`;
}

/** What was taken on and is not finished: claims with the name of a process that is there. */
export function unfinishedWork(database: Database): UnfinishedWork {
  const { db } = database;
  const set = (keys: readonly string[], values: { taken_by: string | null; about?: null }) =>
    onceReady(database, async () => {
      if (keys.length > 0) await db.updateTable('deliveries').set(values).where('key', 'in', keys).execute();
    });

  return {
    alive: (worker, milliseconds) =>
      onceReady(database, async () => {
        const row = { key: workerKey(worker), claimed_at: Date.now(), expires_at: Date.now() + milliseconds };
        await db
          .insertInto('deliveries')
          .values(row)
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ expires_at: row.expires_at }))
          .execute();
      }),
    finish: (keys) => set(keys, { taken_by: null, about: null }),
    told: (keys) => set(keys, { taken_by: nobody, about: null }),
    giveUp: (keys) => set(keys, { taken_by: nobody }),
    release: (key) =>
      onceReady(database, async () => {
        await db.deleteFrom('deliveries').where('key', '=', key).execute();
      }),
    takeOver: (worker, { since, before, most }) =>
      onceReady(database, async () => {
        const now = Date.now();
        const found = await db
          .selectFrom('deliveries')
          .select(['key', 'about', 'taken_by'])
          .where('about', 'is not', null)
          .where('claimed_at', '>=', since)
          .where((row) => row.or([row('claimed_at', '<', before), row('taken_by', '=', nobody)]))
          .where(isLeftBehind(now))
          .orderBy('claimed_at')
          .limit(most)
          .execute();
        const taken: Unfinished[] = [];
        for (const { key, about, taken_by: left } of found) {
          const { numUpdatedRows } = await db
            .updateTable('deliveries')
            .set({ taken_by: worker })
            .where('key', '=', key)
            .where('taken_by', '=', left)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows === 1n && about !== null) taken.push({ key, about });
        }
        return taken;
      }),
  };
}
