import { sql } from 'kysely';
import { onceReady } from './open-database.js';
import { bumpVersion } from './sqlite-listener.js';
import { toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';
import type { TroubleListener } from './types.js';

/** Says that what a key stands for is another one; of use inside the transaction that changes it. */
export type Announce = (key: string) => Promise<void>;

/** What was changed, by this process or by another one that shares the store. */
export interface Changes {
  /**
   * Runs a transaction. What it announces is heard everywhere as soon as it is committed, and not before.
   * @param kind what is changed, such as `settings`
   * @throws what the work throws, and what the database says
   */
  transaction<T>(kind: string, work: (db: Db, announce: Announce) => Promise<T>): Promise<T>;
  /**
   * Calls the listener with each key of a kind that is announced; with null when announcements may have been missed, so
   * that all is to be forgotten. @returns what ends that
   */
  onChange(kind: string, listener: (key: string | null) => void): () => void;
  close(): Promise<void>;
}

const channel = 'substatus_changes';
const anything = '*';

/**
 * Says to every process that uses the store, when the transaction is committed, that anything may have changed: on PostgreSQL through
 * NOTIFY, of a file by a number in its head, which they look at.
 */
export async function announceAnything({ type }: Database, transaction: Db): Promise<void> {
  if (type === 'postgres') await sql`select pg_notify(${channel}, ${anything})`.execute(transaction);
  else await bumpVersion(transaction);
}

/** On PostgreSQL other processes hear through NOTIFY; of a file there is one bot, which knows itself, and commands beside it. */
export function openChanges(database: Database, tell: TroubleListener): Changes {
  const { type, db, place, listen } = database;
  const listeners = new Set<{ kind: string; listener: (key: string | null) => void }>();
  const tellAll = (kind: string | null, key: string | null) => {
    for (const one of listeners) if (kind === null || one.kind === kind) one.listener(key);
  };
  const hear = (payload: string | null) => {
    const [kind = '', key] = payload?.split(/ (.*)/s, 2) ?? [];
    if (payload === null || payload === anything) tellAll(null, null);
    else tellAll(kind, key ?? null);
  };
  const close = listen(channel, hear, (error) =>
    tell(toStoreError(error, place), 'what other processes change is not heard until the store is back'),
  );
  return {
    async transaction(kind, work) {
      const keys: string[] = [];
      try {
        return await onceReady(database, () =>
          db.transaction().execute((transaction) =>
            work(transaction, async (key) => {
              keys.push(key);
              if (type === 'postgres')
                await sql`select pg_notify(${channel}, ${`${kind} ${key}`})`.execute(transaction);
            }),
          ),
        );
      } finally {
        for (const key of keys) tellAll(kind, key); // also after a failure: whether it was committed is not sure then
      }
    },
    onChange(kind, listener) {
      const one = { kind, listener };
      listeners.add(one);
      return () => listeners.delete(one);
    },
    close,
  };
}
