/** Slack in English: twelve hours, and the time zone of the browser. */
const locale = 'en-US';
const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
const weekdayAndMonth = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long' });
const month = new Intl.DateTimeFormat(locale, { month: 'short' });

/** The moment of a message. */
function dateOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** The same for two messages of one day, here. */
export function dayOf(ts: string): string {
  const date = dateOf(ts);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** `10:42 AM` */
export function timeOf(ts: string): string {
  return clock.format(dateOf(ts));
}

/** `10:42`, where there is little room. */
export function shortTimeOf(ts: string): string {
  return timeOf(ts).replace(/\s?[AP]M$/i, '');
}

/** `Today`, `Yesterday`, `Monday, November 9th`, and with the year when it is another one. */
export function dayLabel(ts: string, now: Date): string {
  const date = dateOf(ts);
  const near = nearDay(date, now);
  if (near !== null) return near;
  const [weekday, monthName] = ['weekday', 'month'].map((type) => partOf(weekdayAndMonth, date, type));
  return `${weekday}, ${monthName} ${ordinal(date.getDate())}${yearSuffix(date, now)}`;
}

/** `Today at 10:42:07 AM`, `Nov 9th at 10:42:07 AM` */
export function fullTimeOf(ts: string, now: Date): string {
  const date = dateOf(ts);
  return `${shortDay(date, now)} at ${clockWithSeconds.format(date)}`;
}

/** `today at 10:42 AM`, as in "Last reply today at 10:42 AM". */
export function replyTimeOf(ts: string, now: Date): string {
  const date = dateOf(ts);
  const day = nearDay(date, now)?.toLowerCase() ?? shortDay(date, now);
  return `${day} at ${clock.format(date)}`;
}

function shortDay(date: Date, now: Date): string {
  return nearDay(date, now) ?? `${month.format(date)} ${ordinal(date.getDate())}${yearSuffix(date, now)}`;
}

function nearDay(date: Date, now: Date): string | null {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return 'Today';
  return date.toDateString() === yesterday.toDateString() ? 'Yesterday' : null;
}

function yearSuffix(date: Date, now: Date): string {
  return date.getFullYear() === now.getFullYear() ? '' : `, ${date.getFullYear()}`;
}

/** 1st, 2nd, 3rd, 4th, 11th */
function ordinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

function partOf(format: Intl.DateTimeFormat, date: Date, type: string): string {
  return format.formatToParts(date).find((part) => part.type === type)?.value ?? '';
}
