import { sql } from 'kysely';
import { columnsThatHold } from './held.js';
import { type ContentTable, contentTables, type Db } from './tables.js';

/** Whom or what it is about: a person, in one workspace or in all (null). */
export interface Person {
  /** Slack's id, such as `U024BE7LH`. */
  user: string;
  team: string | null;
}

export type Row = Record<string, unknown>;

/** Written in the place of a person who is forgotten. */
export const mark = '[user]';

/** The rows of a table in which a person is named, whoever wrote them. */
export async function rowsNaming(db: Db, table: ContentTable, { user, team }: Person): Promise<Row[]> {
  const columns = columnsThatHold(table, 'person', 'text');
  if (columns.length === 0) return [];
  const conditions = columns.map((column) => sql<boolean>`${sql.ref(column)} like ${`%${user}%`}`);
  const rows: Row[] = await db
    .selectFrom(table)
    .selectAll()
    .where(sql<boolean>`(${sql.join(conditions, sql` or `)})`)
    .execute();
  return rows.filter((row) => isIn(table, row, team) && columnsNaming(table, row, user).length > 0);
}

/** A delivery says where it was in its key, behind the kind. */
function isIn(table: ContentTable, row: Row, team: string | null): boolean {
  if (team === null) return true;
  return table === 'deliveries' ? String(row.key).split(' ')[1] === team : row.team === team;
}

/** In which columns of a row a person is named. */
export function columnsNaming(table: ContentTable, row: Row, user: string): string[] {
  const ids = columnsThatHold(table, 'person').filter((column) => row[column] === user);
  const texts = columnsThatHold(table, 'text').filter((column) => withoutUser(row[column], user) !== row[column]);
  return [...ids, ...texts];
}

/** A text in which a person's id, and what Slack's mentions of them say beside it, is replaced; anything else as it is. */
export function withoutUser(text: unknown, user: string): unknown {
  if (typeof text !== 'string') return text;
  return text.replace(new RegExp(`<@${user}(?:\\|[^>\\n]{0,200})?>|(?<![A-Z0-9])${user}(?![A-Z0-9])`, 'g'), mark);
}

/** That one row and no other. */
export function isRow(table: ContentTable, row: Row) {
  const { key } = contentTables.find(({ name }) => name === table) ?? { key: [] };
  const conditions = key.map((column) => sql<boolean>`${sql.ref(column)} = ${row[column]}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
