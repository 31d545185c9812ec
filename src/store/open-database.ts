import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import type { Database } from './tables.js';
import type { StorePlace } from './types.js';

/** Opens a database as it is; nothing is migrated. @throws StoreError */
export function openDatabase(place: StorePlace): Database {
  return 'path' in place ? openSqlite(place.path) : openPostgres(place.url);
}
