import { errorCue, errorFollows, freeEnd, httpCue, otherErrors, reasonPhrase, verbCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { beginsFreely, gluedNumber, isQuantity, isTicket } from './non-codes.js';
import { win32Readings } from './numbers-32-bit.js';
import { after, before, type Find, isAloneOnLine, matchAt, type Passage, type ReadAs, type Spot } from './passage.js';
import { readWin32Status } from './win32-status.js';

const statusWord = /^(https?|error|err|status|code|iis)?([1-5]\d\d)(s)?$/i;
/** Nothing is glued to the number but another status: `401.1/401.2`. */
const noMoreDigits = String.raw`(?![A-Za-z\d%]|_\w|[.,:-]\d|\/(?![1-5]\d\d(?!\d))\d)`;
const dottedSubstatus = new RegExp(String.raw`\.(0|[1-9]\d{0,2})${noMoreDigits}`, 'y');
const gluedSubstatus = new RegExp(String.raw`[-\u2010-\u2013\u2212;,](0|[1-9]\d{0,2})${noMoreDigits}`, 'y');
const namedSubstatus =
  /[\s,;:&"'(]{0,3}(?:sc[-_]|http)?sub(?:[\s_-]?(?:status|code)){0,2}(?:\s(?:code|is|of))?["']?\s?[:=.]?\s?["']?(0|[1-9]\d{0,2})(?![\w.])/iy;
const spacedSubstatus = /[ \t](0|[1-9]\d{0,2})(?=["')\]]?(?:$|[\s.,;:!?)]))(?!\s?\.*\w)/y;
/** `401 2 5`, `401/2/5`: status, sub-status and Win32 status as three numbers. */
const triad =
  /(?:[ \t]{1,4}|[,;][ \t]?|\/|[ \t][-|/][ \t])(0|[1-9]\d{0,2})(?:[ \t]{1,4}|[,;][ \t]?|\/|[ \t][-|/][ \t])(0|[1-9]\d{0,9})(?![\w%]|[.,:/-]\d)/y;

/** The rest of a list: the `/403` of `we see 401/403 on one node`. */
const listedAfter = /^s?(?:\s?(?:,|\/|\bor\b|\band\b)\s?[1-5]\d\d(?:\.\d{1,3})?s?(?!\d)){0,5}/;
/** What follows the Win32 status in a log: the time taken, and bytes before it. */
const logRest = /(?:[ \t]\d{1,8}){1,3}(?![\w%]|[.,:/-]\d)/y;

interface Status {
  start: number;
  main: string;
  isCalledHttp: boolean;
  isCalled: boolean;
}

/** An HTTP status, with its IIS sub-status in any spelling: `401.5`, `401-5`, `500;100`, `HTTP/1.1 401`, `401 2 5`. */
export function findHttpStatus(spot: Spot, passage: Passage): Find[] {
  const status = readStatus(spot, passage);
  if (status === null) return [];
  return (
    findTriad(status, spot, passage) ?? findWithSubstatus(status, spot, passage) ?? findPlain(status, spot, passage)
  );
}

function readStatus(spot: Spot, passage: Passage): Status | null {
  const match = statusWord.exec(spot.word);
  const main = match?.[2];
  if (match === null || main === undefined) return null;
  const prefix = match[1];
  const start = spot.start + (prefix?.length ?? 0);
  const lead = before(passage, start);
  const isCalledHttp = prefix !== undefined || httpCue.test(lead);
  return { start, main, isCalledHttp, isCalled: isCalledHttp || (errorCue.test(lead) && !otherErrors.test(lead)) };
}

function findTriad({ start, main, isCalled }: Status, { end }: Spot, passage: Passage): Find[] | null {
  const match = matchAt(triad, passage.text, end);
  const [whole, sub, win32] = match ?? [];
  if (whole === undefined || sub === undefined || win32 === undefined) return null;
  const code = `${main}.${sub}`;
  const rest = /[,;/|-]/.test(whole) ? null : matchAt(logRest, passage.text, end + whole.length);
  const win32End = end + whole.length;
  const resume = win32End + (rest?.[0].length ?? 0);
  const tail = after(passage, resume);
  const isKnown = sub === '0' ? isDocumented('http', main) : isDocumented('http', code);
  const isSurrounded = /\d[\s,]{1,4}$/.test(before(passage, start)) || /^[\s,]{1,4}\d/.test(tail);
  if (!isKnown || isSurrounded || !/^["')\]\x60*_.,;:!?]{0,3}(?:\s|$)/.test(tail)) return null;
  const readAs = readWin32Status(win32);
  const isSure = isCalled || passage.isTerse || (sub !== '0' && beginsFreely(passage, start) && readAs.length > 0);
  if (!isSure) return null;
  const subEnd = passage.text.indexOf(sub, end) + sub.length;
  const status: Find = { start, end: subEnd, readAs: [['http', code]], resume };
  return readAs.length === 0 ? [status] : [status, { start: win32End - win32.length, end: win32End, readAs }];
}

function findWithSubstatus(status: Status, { end }: Spot, passage: Passage): Find[] | null {
  const { start, main, isCalled } = status;
  const { text } = passage;
  const dotted = matchAt(dottedSubstatus, text, end);
  const named = dotted === null ? matchAt(namedSubstatus, text, end) : null;
  const glued = dotted === null && named === null ? matchAt(gluedSubstatus, text, end) : null;
  const spaced = dotted ?? named ?? glued ?? (isCalled || passage.isTerse ? matchAt(spacedSubstatus, text, end) : null);
  const match = dotted ?? named ?? glued ?? spaced;
  const sub = match?.[1];
  if (match === null || sub === undefined) return null;
  const code = `${main}.${sub}`;
  const codeEnd = end + match[0].length;
  if (isQuantity(passage, start, codeEnd) || !(isCalled || beginsFreely(passage, start))) return null;
  const isKnown = isDocumented('http', code);
  const isSure = isCalled || passage.isTerse || named !== null;
  if (glued?.[0].startsWith(',') === true && !(isKnown && (isCalled || isAloneOnLine(passage, start, codeEnd))))
    return null;
  if (dotted === null && named === null && !isKnown) return null;
  if (!isKnown && !(isSure && isDocumented('http', main))) return null;
  return [{ start, end: codeEnd, readAs: [['http', code]] }];
}

function findPlain(status: Status, spot: Spot, passage: Passage): Find[] {
  const { start, main, isCalledHttp, isCalled } = status;
  const end = spot.word.toLowerCase().endsWith('s') ? spot.end - 1 : spot.end;
  const tail = after(passage, end);
  if ((gluedNumber.test(tail) && !errorFollows.test(tail)) || isQuantity(passage, start, spot.end)) return [];
  const isKnown = isDocumented('http', main);
  if (isCalledHttp && (isKnown || Number(main) >= 400)) return [{ start, end, readAs: [['http', main]] }];
  if (!isKnown) return [];
  if (isCalled) return [{ start, end, readAs: numberReadings(main) }];
  const isFree = beginsFreely(passage, start) && Number(main) >= 400 && !otherErrors.test(before(passage, start));
  if (isFree && isMeantAsStatus(start, end, passage)) return [{ start, end, readAs: [['http', main]] }];
  return isFree && passage.isTerse && !isTicket(passage, start) ? [{ start, end, readAs: numberReadings(main) }] : [];
}

function isMeantAsStatus(start: number, end: number, passage: Passage): boolean {
  const tail = after(passage, end);
  if (reasonPhrase.test(tail) || errorFollows.test(tail)) return true;
  return verbCue.test(before(passage, start)) && freeEnd.test(tail.replace(listedAfter, ''));
}

/** A bare number in the HTTP table: a status first, then an FTP reply, then a Win32 error. */
export function numberReadings(main: string): ReadAs[] {
  const readAs: ReadAs[] = [['http', main]];
  if (isDocumented('ftp', main)) readAs.push(['ftp', main]);
  if (isDocumented('win32', main)) readAs.push(...win32Readings(Number(main)));
  return readAs;
}
