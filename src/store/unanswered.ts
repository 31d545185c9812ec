import type { Db } from './tables.js';
import type { Span, UnansweredQuestion } from './types.js';

/** The newest so many lookups are looked at: some ten megabytes, and more than anybody reads. */
const mostRead = 10_000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Questions without an answer, the one most asked first. Questions with the same codes are one, and so are those that
 * differ in case, spaces and punctuation only. What counts is in how many threads, or on how many days of a conversation,
 * they were asked, so that pressing again moves nothing up.
 * @param team only what was asked in the channels of this workspace; null for all that was asked
 * @param most how many are listed at the most
 */
export async function unansweredQuestions(
  db: Db,
  team: string | null,
  { since, until }: Span,
  most: number,
): Promise<UnansweredQuestion[]> {
  const asked = db
    .selectFrom('lookups')
    .where('at', '>=', since)
    .where('at', '<', until)
    .where('outcome', '=', 'none')
    .$if(team !== null, (query) => query.where('team', '=', team))
    // What somebody asked alone, in a direct message or in a window from nowhere, is for nobody else to see.
    .$if(team !== null, (query) => query.where('channel', 'is not', null).where('channel', 'not like', 'D%'))
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostRead);
  const rows = await asked.select(['id', 'at', 'team', 'channel', 'thread', 'question']).execute();
  const codes = await db
    .selectFrom('lookup_codes')
    .select(['lookup', 'code'])
    .where('lookup', 'in', asked.select('id'))
    .execute();
  return ranked(rows, codesByLookup(codes)).slice(0, most);
}

interface Row {
  id: string;
  at: number;
  team: string | null;
  channel: string | null;
  thread: string | null;
  question: string;
}

function codesByLookup(rows: { lookup: string; code: string }[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { lookup, code } of rows) codes.set(lookup, [...(codes.get(lookup) ?? []), code]);
  return codes;
}

/** @param rows newest first: the newest wording of a question stands for it */
function ranked(rows: Row[], codes: Map<string, string[]>): UnansweredQuestion[] {
  const groups = new Map<string, UnansweredQuestion & { places: Set<string> }>();
  for (const row of rows) {
    const own = codes.get(row.id)?.sort() ?? [];
    const key = own.length > 0 ? own.join(' ') : normalised(row.question);
    if (key === '') continue;
    const first = {
      question: row.question,
      codes: own,
      lookups: 0,
      occasions: 0,
      last: row.at,
      places: new Set<string>(),
    };
    const group = groups.get(key) ?? first;
    group.lookups += 1;
    group.places.add(occasion(row));
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ places, ...group }) => ({ ...group, occasions: places.size }))
    .sort((one, other) => other.occasions - one.occasions || other.lookups - one.lookups || other.last - one.last);
}

function normalised(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A thread is one occasion, however long it goes on; without one it is a day in a conversation. */
function occasion({ at, team, channel, thread }: Row): string {
  return [team, channel, thread ?? Math.floor(at / dayMs)].join(' ');
}
