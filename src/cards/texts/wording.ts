/** How a language writes numbers, counts and dates. */
export interface Wording {
  /** `60,335` */
  number(value: number): string;
  /** A number with the word that goes with it: `1 step`, `3 steps`. */
  count(value: number, one: string, other: string): string;
  /** `2002-01-27` as `27 Jan 2002`. */
  date(isoDate: string): string;
  /** So many milliseconds ago, in the largest unit of which it is a whole one: `3 days ago`. Null below a minute. */
  ago(milliseconds: number): string | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Largest first. A month is a twelfth of a year here. */
const units = [
  ['year', 365 * day],
  ['month', (365 / 12) * day],
  ['day', day],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** @param locale a language tag such as `en-GB`: it decides how numbers, plurals and dates look */
export function wordingOf(locale: string, date: Intl.DateTimeFormatOptions): Wording {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const times = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const dates = new Intl.DateTimeFormat(locale, { ...date, timeZone: 'UTC' });
  return {
    number: (value) => numbers.format(value),
    count: (value, one, other) => `${numbers.format(value)} ${plurals.select(value) === 'one' ? one : other}`,
    date(isoDate) {
      const day = new Date(isoDate);
      // An article may carry a day that no calendar has.
      return Number.isNaN(day.getTime()) ? isoDate : dates.format(day);
    },
    ago(milliseconds) {
      const unit = units.find(([, length]) => milliseconds >= length);
      return unit === undefined ? null : times.format(-Math.floor(milliseconds / unit[1]), unit[0]);
    },
  };
}
