import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { StoreError } from './store-error.js';
import { type ContentTable, contentTables, type Database, type Db } from './tables.js';

/** How many rows of each table were copied. */
export type RowCounts = Record<ContentTable, number>;

type Row = Record<string, unknown>;

/** Rows that are read at once, and written at once: within the number of parameters that both databases take. */
const pageSize = 500;

/** The rows of a table, page by page, in the order of the primary key. */
export async function* pagesOf(db: Db, { name, key }: (typeof contentTables)[number]): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: unknown[] | null = null;
  for (;;) {
    const after: unknown[] | null = last;
    let query = db.selectFrom(name).selectAll().orderBy(sql`${columns}`).limit(pageSize);
    if (after !== null) query = query.where(sql<boolean>`(${columns}) > (${sql.join(after)})`);
    const rows: Row[] = await query.execute();
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = key.map((column) => end[column]);
  }
}

/** Reads one state of a database, whatever others write meanwhile. */
export function inSnapshot<T>({ db }: Database, work: (snapshot: Db) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read').execute(work);
}

export interface CopyOptions {
  /** Whether what is in the target is taken away first; otherwise it has to be empty. */
  replace: boolean;
  /** Asked before the copy is kept; throws when it must not be. */
  confirm?: () => Promise<void>;
}

/**
 * Copies everything from one database into another, both of our schema, and compares: all or nothing.
 * @throws StoreError when the target is not empty, or holds something else afterwards
 */
export function copyContent(from: Database, to: Database, { replace, confirm }: CopyOptions): Promise<RowCounts> {
  return to.db.transaction().execute(async (target) => {
    const before = await countContent(target);
    const there = Object.values(before).reduce((sum, count) => sum + count, 0);
    if (there > 0 && !replace) throw notEmpty(to.place, before);
    for (const { name } of contentTables.toReversed()) await target.deleteFrom(name).execute();
    await inSnapshot(from, async (source) => {
      for (const table of contentTables) {
        for await (const rows of pagesOf(source, table)) {
          // One page fits its own table: the types of all three at once do not say so.
          await target
            .insertInto(table.name)
            .values(rows as never)
            .execute();
        }
        await compare(source, target, table, to.place);
      }
    });
    await confirm?.();
    return countContent(target);
  });
}

/** How many rows each table has. */
export async function countContent(db: Db): Promise<RowCounts> {
  const counts = contentTables.map(async ({ name }) => {
    const { rows } = await db
      .selectFrom(name)
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return [name, rows] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as RowCounts;
}

async function compare(source: Db, target: Db, table: (typeof contentTables)[number], place: string): Promise<void> {
  const [one, other] = [await digest(source, table), await digest(target, table)];
  if (one.rows === other.rows && one.hash === other.hash) return;
  throw new StoreError(
    'store-content',
    `${table.name} differ after copying (${one.rows} rows became ${other.rows} in ${place}). Nothing was kept of the copy; please report this.`,
  );
}

/** Counts the rows, and sums up what is in them; in any order, because two databases sort text differently. */
async function digest(db: Db, table: (typeof contentTables)[number]): Promise<{ rows: number; hash: bigint }> {
  let rows = 0;
  let hash = 0n;
  for await (const page of pagesOf(db, table)) {
    for (const row of page) {
      const text = JSON.stringify(Object.entries(row).sort());
      hash ^= BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
    }
    rows += page.length;
  }
  return { rows, hash };
}

function notEmpty(place: string, counts: RowCounts): StoreError {
  const content = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return new StoreError(
    'store-content',
    `${place} is not empty (${content.join(', ')}). Choose an empty place, or say --replace to take that away.`,
  );
}
