import type { Tally } from './types.js';

/** What one person says of one article: all of their votes in one row. */
export interface Voice {
  team: string;
  article: string;
  person: string;
  /** How many answers with it fixed it for them. */
  times: number;
  /** When one did last; null when none did. */
  fixed_at: number | null;
  /** When they voted last. */
  voted_at: number;
}

/** A fix of long ago may be one of software that is gone: a voice is worth half after so long. */
const halfLifeMs = 365 * 24 * 60 * 60 * 1000;

/** Counts the voices about one article, at a time in milliseconds since 1970. Null when there is none. */
export function tallyOf(voices: readonly Voice[], now: number): Tally | null {
  if (voices.length === 0) return null;
  const tally: Tally = { times: 0, people: 0, notHelped: 0, last: null, voices: 0 };
  for (const { person, times, fixed_at: fixedAt, voted_at: votedAt } of voices) {
    tally.times += times;
    if (fixedAt === null) {
      tally.notHelped += 1;
      tally.voices -= worth(now - votedAt);
      continue;
    }
    tally.people += 1;
    tally.voices += worth(now - fixedAt);
    if (tally.last === null || fixedAt > tally.last.at) tally.last = { at: fixedAt, person };
  }
  return tally;
}

function worth(age: number): number {
  return 0.5 ** (Math.max(0, age) / halfLifeMs);
}
