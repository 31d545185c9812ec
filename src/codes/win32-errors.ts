import { freeEnd, otherErrors, verbCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { beginsFreely, gluedNumber, isQuantity, isTicket } from './non-codes.js';
import { win32Readings } from './numbers-32-bit.js';
import { after, before, type Find, type Passage, type Spot } from './passage.js';

const link = String.raw`\s?(?:(?:code|number|no\.?|status|is|was|value|of|returned|returns)\s?){0,2}["'\x60]?[:=#]{0,2}\s?["'(\[\x60]{0,2}`;
const systemCue = new RegExp(
  String.raw`(?:\b(?:system|windows|win32|os|service[\s-]specific|dos|win32 status|win32-status)[\s-](?:error|err)|\bwin32(?:[\s-]?(?:status|error|code|exception))?|\bnet\shelpmsg|\bsc[-_]win32[-_]status|\bnativeerrorcode|\b(?:get)?last\s?error(?:\(\))?|\bwinerror)${link}$`,
  'i',
);
const winsockCue = new RegExp(
  String.raw`\b(?:winsock|sockets?|wsa|wsagetlasterror(?:\(\))?|tcp)(?:exception|[\s-]?(?:error|err|code)){0,2}${link}$`,
  'i',
);
const errorCue = new RegExp(String.raw`\b(?:errors?|err|errno|errorcode|lasterror)${link}$`, 'i');
/** `Errors: 5` counts them. */
const countCue = /\berrors\s?[:=]?\s?$/i;

const win32Number = /^[1-9]\d{0,4}$/;

/** A number that a word of Windows stands before: `System error 1067`, `net helpmsg 64`, `Socket error 10061`. */
export function findSystemError(spot: Spot, passage: Passage): Find[] {
  if (!win32Number.test(spot.word)) return [];
  const lead = before(passage, spot.start);
  const isWinsock = /^1[01]\d{3}$/.test(spot.word) && winsockCue.test(lead);
  return isWinsock || systemCue.test(lead) ? win32Find(spot, passage) : [];
}

/** `error1747`: the word that names the number, glued to it. */
const gluedError = /^(?:error|err|errno|winerror|win32)([1-9]\d{0,4})$/i;

/** A documented Win32 error that the text calls an error: `error 5`, `error1747`, `fails with 1067`. */
export function findWin32Error(spot: Spot, passage: Passage): Find[] {
  const glued = gluedError.exec(spot.word)?.[1];
  if (glued !== undefined) {
    const number = { ...spot, start: spot.end - glued.length, word: glued };
    return isDocumented('win32', glued) ? win32Find(number, passage) : [];
  }
  return isMeantAsError(spot.word, before(passage, spot.start), spot, passage) ? win32Find(spot, passage) : [];
}

function win32Find({ start, end, word }: Spot, passage: Passage): Find[] {
  if (!win32Number.test(word) || Number(word) > 0xffff) return [];
  if (gluedNumber.test(after(passage, end)) || isQuantity(passage, start, end)) return [];
  return [{ start, end, readAs: win32Readings(Number(word)) }];
}

function isMeantAsError(code: string, lead: string, { start, end }: Spot, passage: Passage): boolean {
  if (!isDocumented('win32', code)) return false;
  if (countCue.test(lead) && Number(code) < 100) return false;
  if (errorCue.test(lead)) return !otherErrors.test(lead);
  if (Number(code) < 1000 || /^(?:19|20)\d\d$/.test(code) || !beginsFreely(passage, start)) return false;
  return (passage.isTerse && !isTicket(passage, start)) || (verbCue.test(lead) && freeEnd.test(after(passage, end)));
}
