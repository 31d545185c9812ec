import { sql } from 'kysely';
import { announceAnything } from './changes.js';
import { type Cipher, createCipher } from './cipher.js';
import { installationRow, sealInto } from './installations.js';
import { migrate } from './migrate.js';
import { needsFile, withDatabase } from './open-database.js';
import { columnsNaming, isRow, type Person, type Row, rowsNaming, withoutUser } from './personal-rows.js';
import { type ContentTable, contentTables, type Database, type Db } from './tables.js';
import type { StorePlace } from './types.js';

/** What became of the rows that name a person, or would. */
export interface Forgotten {
  /** How many votes were deleted. */
  votes: number;
  /** How many notes of theirs were deleted, or lost their author. */
  notesDeleted: number;
  notesAnonymised: number;
  /** In how many notes of others they were named, as the last to edit or in the text. */
  notesNaming: number;
  /** How many settings named them, and hold no more. */
  settings: number;
  /** How many entries of the audit named them. */
  audit: number;
  /** How many questions named them. */
  questions: number;
  /** How many requests of theirs were not finished; nobody is told of them any more. */
  unfinished: number;
  /** How many presses of theirs were remembered. */
  presses: number;
  /** How many installations they had made, and whose nobody could say without the key. */
  installations: number;
  locked: string[];
}

/** Undoes a transaction that was to count only. */
class OnlyCounted extends Error {}

/**
 * Takes out of a store, which may be in use, what it holds about a person, all or nothing: votes go; notes and audit entries
 * stay, without them; where texts name them, a mark stands.
 * @param deleteNotes whether the notes that they wrote go as well
 * @param keys what opens installations, as for `openStore`
 * @param onlyCount whether all stays as it is
 * @throws StoreError
 */
export function forgetPerson(
  at: StorePlace,
  person: Person,
  { deleteNotes, keys, onlyCount }: { deleteNotes: boolean; keys: readonly Uint8Array[]; onlyCount: boolean },
): Promise<Forgotten> {
  const cipher = createCipher(keys);
  return changing(at, onlyCount, async (db) => {
    const { user } = person;
    const notes = await rowsNaming(db, 'notes', person);
    const own = notes.filter(({ author }) => author === user);
    const settings = await rowsNaming(db, 'settings', person);
    await remove(db, 'settings', settings);
    if (deleteNotes) await remove(db, 'notes', own);
    for (const row of deleteNotes ? notes.filter((note) => !own.includes(note)) : notes) {
      await replace(db, 'notes', row, { ...without(row, 'notes', user), ...(own.includes(row) ? anonymous(row) : {}) });
    }
    const replaced = async (table: ContentTable, values: (row: Row) => Row = (row) => without(row, table, user)) => {
      const rows = await rowsNaming(db, table, person);
      for (const row of rows) await replace(db, table, row, values(row));
      return rows.length;
    };
    return {
      votes: await removeVotes(db, person),
      notesDeleted: deleteNotes ? own.length : 0,
      notesAnonymised: deleteNotes ? 0 : own.length,
      notesNaming: notes.length - own.length,
      settings: settings.length,
      audit: await replaced('settings_audit'),
      questions: await replaced('lookups'),
      ...(await forgetDeliveries(db, person)),
      ...(await forgetInstaller(db, cipher, person)),
    };
  });
}

/** Who pressed is in the key; whose a request is, stands beside it. */
async function forgetDeliveries(db: Db, person: Person): Promise<Pick<Forgotten, 'unfinished' | 'presses'>> {
  const rows = await rowsNaming(db, 'deliveries', person);
  const presses = rows.filter((row) => columnsNaming('deliveries', row, person.user).includes('key'));
  const unfinished = rows.filter((row) => !presses.includes(row));
  await remove(db, 'deliveries', presses);
  for (const row of unfinished) await replace(db, 'deliveries', row, { about: null, taken_by: null });
  return { unfinished: unfinished.length, presses: presses.length };
}

async function removeVotes(db: Db, { user, team }: Person): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('feedback')
    .where('person', '=', user)
    .$if(team !== null, (query) => query.where('team', '=', team ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** A row's columns that name a person, without them. */
function without(row: Row, table: ContentTable, user: string): Row {
  const columns = columnsNaming(table, row, user);
  return Object.fromEntries(columns.map((column) => [column, withoutUser(row[column], user)]));
}

/** What else says who wrote a note: the name, and a direct message that it came from. */
function anonymous({ channel }: Row): Row {
  const isDirect = typeof channel === 'string' && channel.startsWith('D');
  return { author_name: '', ...(isDirect ? { channel: null, message: null, permalink: null } : {}) };
}

async function forgetInstaller(
  db: Db,
  cipher: Cipher,
  { user, team }: Person,
): Promise<Pick<Forgotten, 'installations' | 'locked'>> {
  const all = await db.selectFrom('installations').selectAll().orderBy('team').execute();
  const locked: string[] = [];
  let installations = 0;
  for (const row of all.filter((one) => team === null || one.team === team)) {
    if (!cipher.has(row.key_id)) locked.push(row.team);
    else {
      const before = cipher.open(row, installationRow(row.team));
      const after = withoutUser(before, user);
      if (typeof after !== 'string' || after === before) continue;
      await sealInto(db, cipher, row, after);
      installations += 1;
    }
  }
  return { installations, locked };
}

/** How many rows of each table belonged to a workspace. */
export type ForgottenWorkspace = Record<ContentTable, number>;

/**
 * Takes all that belongs to a workspace out of a store, which may be in use; all or nothing.
 * @param team its id, or that of an organisation for what is kept of that
 * @throws StoreError
 */
export function forgetWorkspace(
  at: StorePlace,
  team: string,
  { onlyCount }: { onlyCount: boolean },
): Promise<ForgottenWorkspace> {
  return changing(at, onlyCount, (db) => removeWorkspace(db, team));
}

/** Inside a transaction. */
export async function removeWorkspace(db: Db, team: string): Promise<ForgottenWorkspace> {
  const counts: [ContentTable, number][] = [];
  for (const { name } of contentTables.toReversed()) {
    const { numDeletedRows } = await db.deleteFrom(name).where(belongsTo(name, team)).executeTakeFirstOrThrow();
    counts.unshift([name, Number(numDeletedRows)]);
  }
  return Object.fromEntries(counts) as ForgottenWorkspace;
}

/** Keys of deliveries say what, where, and the rest, with a space between. */
function belongsTo(table: ContentTable, team: string) {
  if (table === 'deliveries') return sql<boolean>`${sql.ref('key')} like ${`% ${team} %`}`;
  const isTheirs = sql<boolean>`team = ${team}`;
  if (table === 'organisation_teams') return sql<boolean>`${isTheirs} or organisation = ${team}`;
  return table === 'lookup_codes' ? sql<boolean>`lookup in (select id from lookups where ${isTheirs})` : isTheirs;
}

function changing<T>(at: StorePlace, onlyCount: boolean, work: (db: Db) => Promise<T>): Promise<T> {
  needsFile(at);
  return withDatabase(at, async (database: Database) => {
    await migrate(database);
    let done: T | undefined;
    try {
      return await database.db.transaction().execute(async (transaction) => {
        done = await work(transaction);
        if (onlyCount) throw new OnlyCounted();
        await announceAnything(database, transaction);
        return done;
      });
    } catch (error) {
      if (error instanceof OnlyCounted && done !== undefined) return done;
      throw error;
    }
  });
}

async function remove(db: Db, table: ContentTable, rows: readonly Row[]): Promise<void> {
  for (const row of rows) await db.deleteFrom(table).where(isRow(table, row)).execute();
}

async function replace(db: Db, table: ContentTable, row: Row, values: Row): Promise<void> {
  // The columns are those of the table: they come from its rows.
  await db
    .updateTable(table)
    .set(values as never)
    .where(isRow(table, row))
    .execute();
}
