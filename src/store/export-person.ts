import { createCipher } from './cipher.js';
import { inSnapshot } from './copy-content.js';
import { columnsThatHold } from './held.js';
import { installationRow } from './installations.js';
import { migrate } from './migrate.js';
import { needsFile, withDatabase } from './open-database.js';
import { columnsNaming, type Person, type Row, rowsNaming, withoutUser } from './personal-rows.js';
import { type ContentTable, contentTables, type Db } from './tables.js';
import type { StorePlace } from './types.js';

/**
 * Gives every row of a store, which may be in use, that names a person, in one state: its table, in which columns they are
 * named, and what it says, times in ISO 8601. Who else is in a row is left out; tokens as well.
 * @param keys what opens installations, as for `openStore`
 * @returns the workspaces of installations that no key opens
 * @throws StoreError, and what `write` throws
 */
export function exportPerson(
  from: StorePlace,
  person: Person,
  keys: readonly Uint8Array[],
  write: (row: Row) => Promise<void>,
): Promise<string[]> {
  needsFile(from);
  return withDatabase(from, async (database) => {
    await migrate(database);
    return inSnapshot(database, async (snapshot) => {
      for (const { name } of contentTables) {
        for (const row of await rowsNaming(snapshot, name, person)) await write(readable(name, row, person.user));
      }
      return exportInstallations(snapshot, person, keys, write);
    });
  });
}

function readable(table: ContentTable, row: Row, user: string): Row {
  const named = columnsNaming(table, row, user);
  const isAuthor = columnsThatHold(table, 'person').some((column, place) => place === 0 && named.includes(column));
  const others = columnsThatHold(table, 'person').filter((column) => !named.includes(column));
  const left = new Set([...others, ...(isAuthor ? [] : columnsThatHold(table, 'name'))]);
  const times = columnsThatHold(table, 'time');
  const shown = Object.entries(row)
    .filter(([column, value]) => value !== null && !left.has(column))
    .map(([column, value]) => [column, times.includes(column) ? isoTime(value) : value]);
  return { table, named_in: named, ...Object.fromEntries(shown) };
}

function isoTime(value: unknown): unknown {
  const time = new Date(Number(value));
  return Number.isNaN(time.getTime()) ? value : time.toISOString();
}

async function exportInstallations(
  db: Db,
  { user, team }: Person,
  keys: readonly Uint8Array[],
  write: (row: Row) => Promise<void>,
): Promise<string[]> {
  const cipher = createCipher(keys);
  const locked: string[] = [];
  for (const row of await db.selectFrom('installations').selectAll().orderBy('team').execute()) {
    if (team !== null && row.team !== team) continue;
    if (!cipher.has(row.key_id)) {
      locked.push(row.team);
      continue;
    }
    const text = cipher.open(row, installationRow(row.team));
    if (withoutUser(text, user) === text) continue;
    await write({ table: 'installations', named_in: ['user'], team: row.team, saved_at: isoTime(row.saved_at) });
  }
  return locked;
}
