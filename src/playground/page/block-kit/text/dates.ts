const english = 'en-US';

/** Slack's `{date_…}` and `{time}` words of a format, for a time in seconds since 1970; other words stay. */
export function formatDate(format: string, seconds: number, now = new Date()): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return format;
  return format.replace(/\{(\w+)\}/g, (whole, word: string) => formatWord(word, date, now) ?? whole);
}

function formatWord(word: string, date: Date, now: Date): string | null {
  const pretty = word.endsWith('_pretty') ? dayName(date, now) : null;
  if (pretty !== null) return pretty;
  switch (word.replace(/_pretty$/, '')) {
    case 'date_num':
      return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
    case 'date_slash':
      return [twoDigits(date.getMonth() + 1), twoDigits(date.getDate()), date.getFullYear()].join('/');
    case 'date':
    case 'day_divider':
      return withOrdinal(date, { month: 'long', day: 'numeric', year: 'numeric' });
    case 'date_short':
      return date.toLocaleDateString(english, { month: 'short', day: 'numeric', year: 'numeric' });
    case 'date_long':
    case 'date_long_full':
      return withOrdinal(date, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
    case 'time':
      return date.toLocaleTimeString(english, { hour: 'numeric', minute: '2-digit' });
    case 'time_secs':
      return date.toLocaleTimeString(english, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    case 'ago':
      return ago(date, now);
    default:
      return null;
  }
}

/** `today`, `yesterday` or `tomorrow`; null for any other day. */
function dayName(date: Date, now: Date): string | null {
  const day = (of: Date): number => Date.UTC(of.getFullYear(), of.getMonth(), of.getDate()) / 86_400_000;
  return ['yesterday', 'today', 'tomorrow'][day(date) - day(now) + 1] ?? null;
}

function withOrdinal(date: Date, format: Intl.DateTimeFormatOptions): string {
  return date.toLocaleDateString(english, format).replace(/(\d{1,2}),/, (_, day: string) => `${day}${ordinal(+day)},`);
}

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13;
  return (teen ? null : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th';
}

function ago(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find((one) => Math.abs(seconds) >= one[1]) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(english, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
