import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { sqliteDialects } from './sqlite-driver.js';
import { openSqliteFile } from './sqlite-file.js';
import { watchVersion } from './sqlite-listener.js';
import { toStoreError } from './store-error.js';
import type { Database, Listen, Tables } from './tables.js';

/** How long a lock of another process is waited for: well within Slack's three seconds. */
const busyMs = 1_000;

/**
 * Opens a file of SQLite; makes it, and its folder, for this user only.
 * @throws StoreError when it cannot be opened, written, or is no database
 */
export async function openSqlite(path: string): Promise<Database> {
  const place = resolve(path);
  try {
    makePrivately(place);
    const dialects = sqliteDialects(await openSqliteFile(place, busyMs));
    const db = new Kysely<Tables>({ dialect: dialects.durable });
    const soon = new Kysely<Tables>({ dialect: dialects.soon });
    await db.connection().execute(async () => {}); // Kysely closes only what it has used
    const listen: Listen = (_, hear) => watchVersion(db, hear);
    return { type: 'sqlite', place, db, soon, ready: async () => {}, listen, close: () => db.destroy() };
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
