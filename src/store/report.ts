import { sql } from 'kysely';
import { toStoreError } from './store-error.js';
import type { Database } from './tables.js';
import type { Report } from './types.js';

/** Reads what was asked since a time. @throws StoreError */
export async function readReport({ db, place, ready }: Database, since: number, most: number): Promise<Report> {
  try {
    await ready();
    return await db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (snapshot) => {
        const days = await snapshot
          .selectFrom('lookups')
          .select([
            sql<number>`at / 86400000`.as('number'),
            'outcome',
            (row) => row.fn.countAll<number>().as('lookups'),
          ])
          .where('at', '>=', since)
          .groupBy(['number', 'outcome'])
          .orderBy('number')
          .execute();
        const codes = await snapshot
          .selectFrom('lookup_codes')
          .innerJoin('lookups', 'lookups.id', 'lookup_codes.lookup')
          .select(['code', (row) => row.fn.countAll<number>().as('lookups')])
          .where('at', '>=', since)
          .groupBy('code')
          .orderBy('lookups', 'desc')
          .orderBy('code')
          .limit(most)
          .execute();
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
        const unanswered = await snapshot
          .selectFrom('lookups')
          .select(['question', (row) => row.fn.countAll<number>().as('lookups')])
          .where('at', '>=', since)
          .where('outcome', '=', 'none')
          .groupBy('question')
          .orderBy('lookups', 'desc')
          .orderBy((row) => row.fn.max('at'), 'desc')
          .limit(most)
          .execute();
        const total = days.reduce((sum, { lookups }) => sum + lookups, 0);
        return { since, until: Date.now(), lookups: total, codes, articles, unanswered, days: byDay(days) };
      });
  } catch (error) {
    throw toStoreError(error, place);
  }
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
