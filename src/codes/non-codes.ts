import { after, before, matchAt, type Passage, type Spot } from './passage.js';

/** Numbers that are something else as a whole, whatever stands around them. */
const shapes = [
  /\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iy, // GUID
  /v?\d+(?:\.\d+){2,}[\w-]*(?::\d+)?/iy, // IPv4 address, version
  /[\da-f]{0,4}(?::[\da-f]{0,4}){2,}[.\d]*/iy, // IPv6 address, time with seconds
  /\d{1,4}([-/])\d{1,2}\1\d{1,4}/y, // date
  /\d{1,2}:\d{2}(?!\d)/y, // time
  /\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/y, // telephone number
  /\d{1,3}(?:[,']\d{3})+(?!\d)/y, // thousands
];
const numberChain = /(?:[.,:/-]\d+)+/y;

/** Words before a number that make it something else than a code. */
const leadingWord =
  /(?:\b(?:rfc|ports?|tcp|udp|pid|tid|threads?|process(?: id)?|rooms?|pages?|pp?|versions?|ver|v|releases?|builds?|rev(?:ision)?|prices?|chapters?|sections?|figures?|fig|tables?|floors?|lines?|rows?|columns?|suite|phone|tel|fax|ext|extension|vlan|tickets?|windows|office|sql server|exchange|server|(?:area|zip|postal|country|exit|source|product|key|scan|virtual|asc|ascii|character|char) ?codes?)\s?(?:no\.?|numbers?|#)?\s?[:=#-]?\s?|[$€£¥]\s?|[#%@\\&?+])["'(]?$/i;

/** What follows a quantity: a unit, a currency, or the things that are counted. */
const unit =
  /^(?:\s?(?:%|[$€£¥°])|[\s-]?(?:[kmgt]i?b(?:ps|it|yte)?s?|bytes?|bits?|[kmg]?hz|msecs?|milliseconds?|ms|secs?|seconds?|s|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|times|percent|pct|euros?|eur|usd|dollars?|gbp|chf|yen|pounds?|cents?|bucks|mm|cm|m|km|miles?|inch(?:es)?|kg|px|pixels?|pts?|dpi|characters?|chars?|pages?|users?|people|persons?|clients?|connections?|sessions?|requests?|hits|threads?|processes|items?|rows?|records?|lines?|columns?|files?|folders?|tables?|entries|messages?|mailboxes|objects?|computers?|machines?|servers?|workstations?|colou?rs?|a\.?m\.?|p\.?m\.?|o'clock|million|thousand|k|x))(?![\w-])/i;

/** The end of the IP address, version, date, time, GUID or the like that begins at the spot, or null. */
export function nonCodeEnd({ start, end }: Spot, { text }: Passage): number | null {
  if (!".-:/,'".includes(text.charAt(end) || ' ')) return null;
  for (const shape of shapes) {
    const match = matchAt(shape, text, start);
    if (match !== null && start + match[0].length > end) return start + match[0].length;
  }
  return null;
}

/** The end of the digits that are glued to a number which is no code: the `.19` of `7.19`. */
export function chainEnd({ end }: Spot, { text }: Passage): number {
  return end + (matchAt(numberChain, text, end)?.[0].length ?? 0);
}

/** Whether the words around a number say that it is a port, a price, a size, a page and so on. */
export function isQuantity(passage: Passage, start: number, end: number): boolean {
  return unit.test(after(passage, end)) || leadingWord.test(before(passage, start));
}

/** Whether a number begins freely: after a blank, a quote or a bracket, and not glued to something. */
export function beginsFreely({ text }: Passage, start: number): boolean {
  const previous = text.charAt(start - 1);
  if (previous === '' || /[\s([{<"'`*|>“‘«\u2014]/.test(previous)) return true;
  return /[_~]/.test(previous) && (start === 1 || /\s/.test(text.charAt(start - 2)));
}
