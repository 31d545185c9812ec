import { errorCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { hasUnit } from './non-codes.js';
import { hex32 } from './normal-form.js';
import { isNamed32, readings32, readings32Called, win32Readings } from './numbers-32-bit.js';
import { before, type Find, isAloneOnLine, type Passage, type ReadAs, type Spot } from './passage.js';

const prefixed = /^0x([\da-f]{1,8})(?:h|[lu]{1,3})?$/i;
/** `&H80070005` of Visual Basic; the ampersand stands before the word. */
const basic = /^h([\da-f]{1,8})$/i;
const bare = /^([8c][\da-f]{7}|e0434352|e0434f4d|e06d7363)(?:h|[lu]{1,3})?$/i;
const strongCue =
  /\b(?:hresult|hr|error(?:\s?code)?|err|ntstatus|exception(?:\s?code)?|exit\s?code|status|code|return(?:ed|s)?)\s?[:=]?\s?["'(]{0,2}$/i;

/** HRESULT, NTSTATUS or Win32 error in hexadecimal: `0x80070005`, `80070005`, `c0000005h`, `&H80070005`, `error 0x5`. */
export function findHexCode(spot: Spot, passage: Passage): Find[] {
  const { end, word } = spot;
  const isBasic = passage.text.charAt(spot.start - 1) === '&' && basic.test(word);
  const start = isBasic ? spot.start - 1 : spot.start;
  const prefix = isBasic ? basic : prefixed;
  const digits = prefix.exec(word)?.[1] ?? bare.exec(word)?.[1];
  if (digits === undefined || !standsAlone({ start, end, word }, passage)) return [];
  const value = Number.parseInt(digits, 16);
  const place = { start, end, word };
  const readAs = prefix.test(word) ? readPrefixed(value, place, passage) : readBare(value, place, passage);
  return readAs.length === 0 ? [] : [{ start, end, readAs }];
}

function readPrefixed(value: number, { start, end }: Spot, passage: Passage): ReadAs[] {
  const isCalled = isCalledCode(before(passage, start));
  const isAlone = passage.isTerse && isAloneOnLine(passage, start, end);
  const readAs = isCalled || isAlone ? readings32Called(value) : readings32(value);
  if (readAs.length > 0 || value === 0 || value > 0xffff || !(isCalled || isAlone)) return readAs;
  const stop: ReadAs = ['stop', hex32(value)];
  return isAlone && isDocumented('stop', stop[1]) ? [...win32Readings(value), stop] : win32Readings(value);
}

/** Without a prefix, digits alone may be any number of eight places: then the code must be known or called one. */
function readBare(value: number, { start, end, word }: Spot, passage: Passage): ReadAs[] {
  const readAs = readings32(value);
  if (/[a-f]/i.test(word)) return readAs;
  if (hasUnit(passage, end) || /[$€£#]/.test(passage.text.charAt(start - 1))) return [];
  const isAlone = passage.isTerse && isAloneOnLine(passage, start, end);
  return isAlone || isNamed32(value) || isCalledCode(before(passage, start)) ? readAs : [];
}

function isCalledCode(lead: string): boolean {
  return strongCue.test(lead) || errorCue.test(lead);
}

/** Not a piece of a GUID, of a longer chain of hex groups, or of a name. */
function standsAlone({ start, end }: Spot, { text }: Passage): boolean {
  const previous = text.charAt(start - 1);
  const beforeIt = text.charAt(start - 2);
  if (previous === '-' || previous === '_' || previous === '%' || previous === '\\') return /\s|^$/.test(beforeIt);
  const next = text.charAt(end);
  return !(/[-_]/.test(next) && /[\da-z]/i.test(text.charAt(end + 1)));
}
