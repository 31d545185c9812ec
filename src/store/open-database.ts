import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import { StoreError, toStoreError } from './store-error.js';
import type { Database } from './tables.js';
import type { StorePlace } from './types.js';

/** Opens a database as it is; nothing is migrated. @throws StoreError */
export async function openDatabase(place: StorePlace): Promise<Database> {
  return 'path' in place ? openSqlite(place.path) : openPostgres(place.url);
}

/** Opens a database for some work and closes it. @throws StoreError, also for what the database says meanwhile */
export async function withDatabase<T>(place: StorePlace, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } catch (error) {
    throw toStoreError(error, database.place);
  } finally {
    await database.close();
  }
}

/** Does some work as soon as the schema is up to date. @throws StoreError, also for what the database says meanwhile */
export async function onceReady<T>({ ready, place }: Database, work: () => Promise<T>): Promise<T> {
  try {
    await ready();
    return await work();
  } catch (error) {
    throw toStoreError(error, place);
  }
}

/** For work that makes no sense on a file that is not there yet. @throws StoreError */
export function needsFile(place: StorePlace): void {
  if (!('path' in place) || (existsSync(place.path) && statSync(place.path).isFile())) return;
  throw new StoreError(
    'store-missing',
    `${resolve(place.path)} is not there. Check the path; the store is where SUBSTATUS_DATA or DATABASE_URL says.`,
  );
}
