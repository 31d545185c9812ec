const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/**
 * Reads a date as the knowledge base writes it (`27-JAN-2002`, `7-FEB-1999`) or as ISO (`2002-01-27`).
 * Gives the ISO form, or null for anything else, days that do not exist included.
 */
export function isoDate(text: string): string | null {
  const named = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text);
  const month = months.indexOf((named?.[2] ?? '').toUpperCase()) + 1;
  const iso = named ? `${named[3]}-${pad(month)}-${pad(Number(named[1]))}` : text;
  return isCalendarDay(iso) ? iso : null;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function isCalendarDay(iso: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
