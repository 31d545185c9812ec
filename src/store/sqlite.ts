import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import Libsql from 'libsql';
import { LibsqlDialect } from './sqlite-driver.js';
import { toStoreError } from './store-error.js';
import type { Database, Tables } from './tables.js';

/** Waiting for a lock stops everything else of the process, so it must end well within Slack's three seconds. */
const busyMs = 1_000;

/**
 * Opens a file of SQLite; makes it, and its folder, for this user only.
 * @throws StoreError when it cannot be opened, written, or is no database
 */
export function openSqlite(path: string): Database {
  const place = resolve(path);
  try {
    makePrivately(place);
    const file = new Libsql(place);
    try {
      prepare(file);
    } catch (error) {
      file.close();
      throw error;
    }
    const db = new Kysely<Tables>({ dialect: new LibsqlDialect(file) });
    return { type: 'sqlite', place, db, ready: async () => {}, close: () => close(db, file) };
  } catch (error) {
    throw toStoreError(error, place);
  }
}

function makePrivately(place: string): void {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  if (existsSync(place)) return;
  closeSync(openSync(place, 'a', 0o600));
  chmodSync(place, 0o600); // whatever the process's mask is; SQLite gives its side files the same mode
}

function prepare(file: Libsql.Database): void {
  file.pragma(`busy_timeout = ${busyMs}`);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL'); // a commit is on the disk when it returns
  file.pragma('foreign_keys = ON');
}

/** libsql leaves the journal beside the file, so it is taken in first; a reader may be in the way, and then it stays. */
async function close(db: Kysely<Tables>, file: Libsql.Database): Promise<void> {
  try {
    file.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // the journal is read at the next opening
  }
  await db.destroy();
}
