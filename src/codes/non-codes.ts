import { after, before, matchAt, type Passage, type Spot } from './passage.js';

/** Numbers that are something else as a whole, whatever stands around them. */
const shapes = [
  /\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iy, // GUID
  /v?\d+(?:\.\d+){2,}(?:[\w-]*:\d+|[\w-]*)/iy, // IPv4 address, version
  /[\da-f]{0,4}(?::[\da-f]{0,4}){2,}[.\d]*/iy, // IPv6 address, time with seconds
  /(?:\d{4}|\d{1,2})([-/])\d{1,2}\1(?:\d{4}|\d{1,2})(?!\d)/y, // date
  /\d{1,2}:\d{2}(?!\d)/y, // time
  /\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)/y, // telephone number
  /\d{1,3}(?:[,']\d{3})+(?!\d)/y, // thousands
];
/** Telephone numbers are written in groups, after a plus or a word. */
const phoneGroups = /\d+(?:[ ./-]?\(?\d+\)?){1,6}/y;
const phoneCue = /(?:\+|\b(?:phone|tel|fax|call|mobile)\b[.:]?\s?\+?\(?)$/i;
/** Digits that go on after a stop or a dash; another status after a slash does not. */
export const gluedNumber = /^(?:[.,:'-]\d|\/(?![1-5]\d\d(?!\d))\d|%)/;
const numberChain = /(?:[.,:/-]\d+)+/y;

/** Words before a number that make it something else than a code. */
const leadingWord =
  /(?:\b(?:rfc|ports?|tcp|udp|pid|tid|threads?|process(?: id)?|rooms?|(?<!\berror )pages?|pp?\.?|versions?|ver|v|releases?|builds?|rev(?:ision)?|prices?|chapters?|sections?|figures?|fig|tables?|floors?|lines?|rows?|columns?|suite|bus|flight|highway|route|street|box|apartment|apt|order|invoice|pull request|merge request|(?:site|user|session|customer|request|activity|correlation) id|usd|eur|gbp|chf|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fortune|code ?page|lcid|set to|value|limit|(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|up to|[a-z]+(?:length|size|timeout|limit)|phone|tel|fax|ext|extension|vlan|tickets?|windows(?: server)?|office|sql server|exchange|(?:area|zip|postal|country|exit|source|product|key|scan|virtual|asc|ascii|character|char) ?codes?)\s?(?:no\.?|numbers?|#)?\s?[:=#-]?\s?|[$€£¥]\s?|(?<!\b(?:errors?|err|event|code|status|stop|winsock)\s?:?\s?)#|[%@\\&?+])["'(]?$/i;

/** What follows a quantity: a unit, a currency, or the things that are counted. */
const unit =
  /^(?:[ \t]?(?:%|[$€£¥°])|,[-–—]|\([a-z]\)|[ \t-]?(?:[kmgt]i?b(?:ps|it|yte)?s?|bytes?|bits?|[kmg]?hz|msecs?|milliseconds?|ms|secs?|seconds?|s|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|times|percent|pct|euros?|eur|usd|dollars?|gbp|chf|yen|pounds?|cents?|bucks|mm|cm|m|km|miles?|inch(?:es)?|kg|px|pixels?|pts?|dpi|characters?|chars?|pages?|users?|people|persons?|clients?|connections?|sessions?|requests?|hits|threads?|processes|items?|rows?|records?|lines?|columns?|files?|folders?|tables?|entries|messages?|mailboxes|objects?|computers?|machines?|servers?|workstations?|colou?rs?|a\.?m\.?|p\.?m\.?|o'clock|million|thousand|k|x|ad|bc|sites?|cases?|warnings?|websites?|articles?|domains?|jobs?|tasks?|tickets?|customers?|employees?|emails?|mails?|attempts?|retries|visitors?|devices?|hosts?|vms?|main street))(?![\w-])/i;

/** The end of the IP address, version, date, time, GUID or the like that begins at the spot, or null. */
export function nonCodeEnd({ start, end }: Spot, passage: Passage): number | null {
  const { text } = passage;
  const next = text.charAt(end) || '\n';
  if (!".-:/,') (".includes(next)) return null;
  if (phoneCue.test(before(passage, start, 10))) return phoneEnd(passage, start);
  if (next === ' ' || next === '(') return null;
  for (const shape of shapes) {
    const match = matchAt(shape, text, start);
    if (match !== null && start + match[0].length > end) return start + match[0].length;
  }
  return null;
}

function phoneEnd({ text }: Passage, start: number): number | null {
  const match = matchAt(phoneGroups, text, start);
  return match === null ? null : start + match[0].length;
}

/** The end of the digits that are glued to a number which is no code: the `.19` of `7.19`. */
export function chainEnd({ end }: Spot, { text }: Passage): number {
  return end + (matchAt(numberChain, text, end)?.[0].length ?? 0);
}

/** Whether the words around a number say that it is a port, a price, a size, a page and so on. */
export function isQuantity(passage: Passage, start: number, end: number): boolean {
  return hasUnit(passage, end) || leadingWord.test(before(passage, start, 32));
}

/** Whether a word before a number says that it is somebody's ticket: `bug 404`, but not `bug: 404`. */
export function isTicket(passage: Passage, start: number): boolean {
  return /\b(?:bug|issue|case|incident|task|change|story|pr|mr)\s#?$/i.test(before(passage, start, 12));
}

/** Whether a unit or counted things follow a number: `2147942405 bytes`. */
export function hasUnit(passage: Passage, end: number): boolean {
  return unit.test(after(passage, end));
}

/** Whether a number begins freely: after a blank, a quote or a bracket, and not glued to something. */
export function beginsFreely({ text }: Passage, start: number): boolean {
  const previous = text.charAt(start - 1);
  if (previous === '' || /[\s([{<"'`*|>“‘«\u2014]/.test(previous)) return true;
  return /[_~]/.test(previous) && (start === 1 || /\s/.test(text.charAt(start - 2)));
}
