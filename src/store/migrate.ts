import { sql } from 'kysely';
import { migrations as ours } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';
import { StoreError, toStoreError } from './store-error.js';
import type { Database, Db } from './tables.js';

/** From which version of the schema to which. */
export interface Migrated {
  from: number;
  to: number;
}

/** Any number, always the same: who holds it, migrates. */
const lockOfMigrations = 401_500_19;

/**
 * Brings the schema up to date, all steps or none, while other processes wait their turn.
 * @param migrations another list is for tests
 * @throws StoreError when the database was written by a newer version, or cannot be used
 */
export async function migrate(
  { type, place, db }: Database,
  migrations: readonly Migration[] = ours,
): Promise<Migrated> {
  const upToDate = await versionOf(db).catch(() => null); // most starts find nothing to do, and need no lock
  if (upToDate === migrations.length) return { from: upToDate, to: upToDate };
  try {
    return await db.transaction().execute(async (transaction) => {
      if (type === 'postgres') await sql`select pg_advisory_xact_lock(${lockOfMigrations})`.execute(transaction);
      await transaction.schema
        .createTable('schema_versions')
        .ifNotExists()
        .addColumn('version', 'integer', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('applied_at', 'bigint', (column) => column.notNull())
        .execute();
      return takeSteps(transaction, migrations, place);
    });
  } catch (error) {
    throw toStoreError(error, place);
  }
}

async function takeSteps(db: Db, migrations: readonly Migration[], place: string): Promise<Migrated> {
  const from = await versionOf(db);
  if (from > migrations.length) throw tooNew(place, from, migrations.length);
  for (const [index, { name, up }] of migrations.entries()) {
    if (index < from) continue;
    await up(db);
    await db
      .insertInto('schema_versions')
      .values({ version: index + 1, name, applied_at: Date.now() })
      .execute();
  }
  return { from, to: migrations.length };
}

async function versionOf(db: Db): Promise<number> {
  const { version } = await db
    .selectFrom('schema_versions')
    .select((expression) => expression.fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

function tooNew(place: string, theirs: number, ours: number): StoreError {
  return new StoreError(
    'store-newer',
    `${place} has schema ${theirs}, and this Substatus knows schemas up to ${ours}: a newer version has written it. Run that version, or give this one another place (SUBSTATUS_DATA or DATABASE_URL). Nothing was changed.`,
  );
}
