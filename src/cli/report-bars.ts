import type { Report } from '../store/types.js';

export const outcomes = ['answer', 'weak', 'none'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcomes of a day, or of a week. */
export interface Bar extends Record<Outcome, number> {
  /** `26 Nov`, the first day of a week. */
  label: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A day each, as long as one can tell them apart; then a week each. */
const mostDays = 62;
/** Less would make bars as broad as the picture. */
const leastDays = 6;
const labels = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Bars, and for how many days each of them stands. */
export interface Bars {
  bars: Bar[];
  days: 1 | 7;
}

/** A bar for every day or week of a report, also for those without lookups; not for the time before the first. */
export function barsOf({ since, until, days }: Report): Bars {
  const first = days[0] === undefined ? until : Date.parse(days[0].day);
  const start = Math.floor(Math.max(since, Math.min(first, until - leastDays * dayMs)) / dayMs);
  const count = Math.floor(until / dayMs) - start + 1;
  const each = count > mostDays ? 7 : 1;
  const bars = Array.from({ length: Math.ceil(count / each) }, (_, place) => ({
    label: labels.format((start + place * each) * dayMs),
    answer: 0,
    weak: 0,
    none: 0,
  }));
  for (const { day, ...counts } of days) {
    const bar = bars[Math.floor((Date.parse(day) / dayMs - start) / each)];
    if (bar !== undefined) for (const outcome of outcomes) bar[outcome] += counts[outcome];
  }
  return { bars, days: each };
}
