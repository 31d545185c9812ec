import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CompiledQuery } from 'kysely';
import { copyContent, countContent, inSnapshot, pagesOf, type RowCounts } from './copy-content.js';
import { type Migrated, migrate } from './migrate.js';
import { needsFile, openDatabase, withDatabase } from './open-database.js';
import { StoreError, toStoreError } from './store-error.js';
import { contentTables, type Database } from './tables.js';
import type { StorePlace } from './types.js';

/** A place, and how many rows it has. */
export interface Content {
  place: string;
  rows: RowCounts;
}

/** Brings a store's schema up to date. @throws StoreError */
export async function migrateStore(at: StorePlace): Promise<Content & Migrated> {
  return withDatabase(at, async (database) => {
    const migrated = await migrate(database);
    return { place: database.place, ...migrated, rows: await countContent(database.db) };
  });
}

/**
 * Writes all of a store into a new file, of SQLite whatever the store is, while others go on writing to the store.
 * The file appears when it is whole.
 * @throws StoreError when the file is there already, or something fails
 */
export async function backUp(from: StorePlace, path: string): Promise<Content> {
  needsFile(from);
  const place = resolve(path);
  if (existsSync(place)) {
    throw new StoreError(
      'store-content',
      `${place} is there already, and no backup is overwritten: choose another name.`,
    );
  }
  const rows = await besides(place, async (unfinished) => {
    const counts = await withDatabase(from, async (source) => {
      await migrate(source);
      return withDatabase({ path: unfinished }, async (target) => {
        await migrate(target);
        return copyContent(source, target, { replace: false });
      });
    });
    renameSync(unfinished, place);
    return counts;
  });
  return { place, rows };
}

/**
 * Puts what is in a backup, which may be from an older version, into a store. Bots that use the store see all of it
 * at once, or nothing when it fails.
 * @param replace whether what is in the store is given up for it
 * @throws StoreError when the backup is missing or damaged, or the store is not empty
 */
export async function restore(path: string, into: StorePlace, replace: boolean): Promise<Content> {
  const backup = resolve(path);
  needsFile({ path: backup });
  return withDatabase(into, async (target) => {
    await migrate(target);
    const rows = await besides(target.type === 'sqlite' ? target.place : join(tmpdir(), 'any'), async (copy) => {
      copyWithJournal(backup, copy);
      const source = await openWhole(copy, backup);
      try {
        return await copyContent(source, target, { replace });
      } finally {
        await source.close();
      }
    });
    return { place: target.place, rows };
  });
}

/**
 * Copies a store in a file to another place, which has to be empty, and compares. The file stays as it is.
 * @throws StoreError also when somebody wrote to the file meanwhile
 */
export async function move(path: string, to: StorePlace): Promise<Content> {
  const file = resolve(path);
  needsFile({ path: file });
  return withDatabase({ path: file }, async (source) => {
    await migrate(source);
    const before = await dataVersion(source);
    return withDatabase(to, async (target) => {
      await migrate(target);
      const rows = await copyContent(source, target, {
        replace: false,
        async confirm() {
          if ((await dataVersion(source)) !== before) throw writtenMeanwhile(file);
        },
      });
      return { place: target.place, rows };
    });
  });
}

/** Gives every row of a store as one object, with its table, in one state. @throws StoreError */
export async function exportRows(
  from: StorePlace,
  write: (row: Record<string, unknown>) => Promise<void>,
): Promise<void> {
  needsFile(from);
  await withDatabase(from, async (database) => {
    await migrate(database);
    await inSnapshot(database, async (snapshot) => {
      for (const table of contentTables) {
        for await (const rows of pagesOf(snapshot, table)) {
          for (const row of rows) await write({ table: table.name, ...row });
        }
      }
    });
  });
}

/** Does some work on a file of its own, in a folder on the same disk that is gone afterwards. */
async function besides<T>(place: string, work: (file: string) => Promise<T>): Promise<T> {
  let folder: string;
  try {
    folder = mkdtempSync(join(dirname(place), '.substatus-'));
  } catch (error) {
    throw toStoreError(error, dirname(place));
  }
  try {
    return await work(join(folder, 'substatus.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A copy of a store's own file counts as a backup too, when its journal lies beside it. */
function copyWithJournal(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

/** Opens a copy of a backup, checks all of it, and brings its schema up to date. */
async function openWhole(copy: string, backup: string): Promise<Database> {
  const opened: Database[] = [];
  try {
    const database = { ...(await openDatabase({ path: copy })), place: backup };
    opened.push(database);
    const check = CompiledQuery.raw('pragma integrity_check(1)');
    const { rows } = await database.db.executeQuery<{ integrity_check: string }>(check);
    const found = rows[0]?.integrity_check;
    if (found !== 'ok') throw new StoreError('store-not-a-database', found ?? 'it is empty');
    await migrate(database);
    return database;
  } catch (error) {
    for (const database of opened) await database.close();
    const failure = toStoreError(error, backup);
    if (failure.code !== 'store-not-a-database') throw failure;
    throw new StoreError(
      failure.code,
      `${backup} is no backup of ours, or damaged. Nothing was changed; take another one.`,
      error,
    );
  }
}

/** A number that is another one after somebody else wrote to the file. */
async function dataVersion({ db }: Database): Promise<number | undefined> {
  const { rows } = await db.executeQuery<{ data_version: number }>(CompiledQuery.raw('pragma data_version'));
  return rows[0]?.data_version;
}

function writtenMeanwhile(file: string): StoreError {
  return new StoreError(
    'store-content',
    `${file} was written to meanwhile. Nothing was moved: stop the bot, and move again.`,
  );
}
