import { freeEnd, otherErrors, verbCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { beginsFreely, gluedNumber, isQuantity, isTicket } from './non-codes.js';
import { win32Readings } from './numbers-32-bit.js';
import { after, before, type Find, type Passage, type Spot } from './passage.js';

const link = String.raw`\s?(?:(?:code|number|no\.?|status|is|was|value|of|returned|returns)\s?){0,2}["'\x60]?[:=#]{0,2}\s?["'(\[\x60]{0,2}`;
const systemCue = new RegExp(
  String.raw`(?:\b(?:system|windows|win32|os|service(?:[\s-]specific)?|dos|win32 status|win32-status)[\s-](?:error|err)|\bwin32(?:[\s-]?(?:status|error|code|exception))?|\bnet\shelpmsg|\bsc[-_]win32[-_]status|\bnativeerrorcode|\b(?:get)?last\s?error(?:\(\))?|\bwinerror)${link}$`,
  'i',
);
const winsockCue = new RegExp(
  String.raw`\b(?:winsock|sockets?|wsa|wsagetlasterror(?:\(\))?|tcp)(?:exception|[\s-]?(?:error|err|code)){0,2}${link}$`,
  'i',
);
const errorCue = new RegExp(String.raw`\b(?:errors?|err|errno|errorcode|lasterror)${link}$`, 'i');
/** `Errors: 5` counts them. */
const countCue = /\berrors\s?[:=]?\s?$/i;

/** A Win32 or Winsock error by number: `System error 1067`, `error 5`, `net helpmsg 64`, `Socket error 10061`. */
export function findWin32Error({ start, end, word }: Spot, passage: Passage): Find[] {
  if (!/^[1-9]\d{0,4}$/.test(word)) return [];
  const value = Number(word);
  const lead = before(passage, start);
  if (gluedNumber.test(after(passage, end)) || isQuantity(passage, start, end)) return [];
  const isWinsock = value >= 10000 && value < 12000 && winsockCue.test(lead);
  const isMeant = isWinsock || systemCue.test(lead) || isMeantAsError(word, lead, { start, end, word }, passage);
  return isMeant && value <= 0xffff ? [{ start, end, readAs: win32Readings(value) }] : [];
}

/** Without a word that names the system, a number must be a documented error, and be called one. */
function isMeantAsError(code: string, lead: string, { start, end }: Spot, passage: Passage): boolean {
  if (!isDocumented('win32', code)) return false;
  if (countCue.test(lead) && Number(code) < 100) return false;
  if (errorCue.test(lead)) return !otherErrors.test(lead);
  if (Number(code) < 1000 || /^(?:19|20)\d\d$/.test(code) || !beginsFreely(passage, start)) return false;
  return (passage.isTerse && !isTicket(passage, start)) || (verbCue.test(lead) && freeEnd.test(after(passage, end)));
}
