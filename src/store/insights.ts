import { onceReady } from './open-database.js';
import type { Database, Db } from './tables.js';
import type { CodeCount, Insights, Span } from './types.js';
import { unansweredQuestions } from './unanswered.js';

/** What was asked in a workspace, for the people of that workspace. */
export function insights(database: Database): Insights {
  const { db } = database;
  return {
    read: (team, span, most) =>
      onceReady(database, async () => ({
        lookups: await countLookups(db, team, span),
        codes: await topCodes(db, team, span, most),
        unanswered: await unansweredQuestions(db, team, span, most),
      })),
  };
}

async function countLookups(db: Db, team: string, { since, until }: Span): Promise<number> {
  const { lookups } = await db
    .selectFrom('lookups')
    .select((row) => row.fn.countAll<number>().as('lookups'))
    .where('team', '=', team)
    .where('at', '>=', since)
    .where('at', '<', until)
    .executeTakeFirstOrThrow();
  return lookups;
}

/** The codes that are looked up most, and how often. @param team only of this workspace; null for all */
export function topCodes(db: Db, team: string | null, { since, until }: Span, most: number): Promise<CodeCount[]> {
  return db
    .selectFrom('lookup_codes')
    .innerJoin('lookups', 'lookups.id', 'lookup_codes.lookup')
    .select(['code', (row) => row.fn.countAll<number>().as('lookups')])
    .where('at', '>=', since)
    .where('at', '<', until)
    .$if(team !== null, (query) => query.where('team', '=', team))
    .groupBy('code')
    .orderBy('lookups', 'desc')
    .orderBy('code')
    .limit(most)
    .execute();
}
