import { sql } from 'kysely';
import { inSnapshot } from './copy-content.js';
import { topCodes } from './insights.js';
import { migrate } from './migrate.js';
import { needsFile, withDatabase } from './open-database.js';
import type { Db } from './tables.js';
import type { Report, StorePlace } from './types.js';
import { unansweredQuestions } from './unanswered.js';

/**
 * Reads what was asked since a time.
 * @param since in milliseconds since 1970
 * @param most how many codes, articles and questions are listed at the most
 * @throws StoreError
 */
export function readReport(place: StorePlace, since: number, most: number): Promise<Report> {
  needsFile(place);
  return withDatabase(place, async (database) => {
    await migrate(database);
    return inSnapshot(database, (snapshot) => report(snapshot, since, most));
  });
}

async function report(snapshot: Db, since: number, most: number): Promise<Report> {
  const days = await snapshot
    .selectFrom('lookups')
    .select([sql<number>`at / 86400000`.as('number'), 'outcome', (row) => row.fn.countAll<number>().as('lookups')])
    .where('at', '>=', since)
    .groupBy(['number', 'outcome'])
    .orderBy('number')
    .execute();
  const span = { since, until: Number.MAX_SAFE_INTEGER };
  const codes = await topCodes(snapshot, null, span, most);
  const articles = await snapshot
    .selectFrom('lookups')
    .select(['article', (row) => row.fn.countAll<number>().as('lookups')])
    .where('at', '>=', since)
    .where('article', 'is not', null)
    .groupBy('article')
    .orderBy('lookups', 'desc')
    .orderBy('article')
    .limit(most)
    .$narrowType<{ article: string }>()
    .execute();
  const unanswered = await unansweredQuestions(snapshot, null, span, most);
  const total = days.reduce((sum, { lookups }) => sum + lookups, 0);
  return { since, until: Date.now(), lookups: total, codes, articles, unanswered, days: byDay(days) };
}

function byDay(rows: { number: number; outcome: string; lookups: number }[]): Report['days'] {
  const days = new Map<number, Report['days'][number]>();
  for (const { number, outcome, lookups } of rows) {
    const day = days.get(number) ?? { day: dayName(number), answer: 0, weak: 0, none: 0 };
    if (outcome === 'answer' || outcome === 'weak' || outcome === 'none') day[outcome] = lookups;
    days.set(number, day);
  }
  return [...days.values()];
}

function dayName(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
