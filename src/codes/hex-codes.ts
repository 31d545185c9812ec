import { errorCue } from './cues.js';
import { isDocumented } from './describe-code.js';
import { hex32 } from './normal-form.js';
import { readings32, readings32Called, win32Readings } from './numbers-32-bit.js';
import { before, type Find, isAloneOnLine, matchAt, type Passage, type ReadAs, type Spot } from './passage.js';

const prefixed = /^0x([\da-f]{1,8})[hlu]?$/i;
const bare = /^([8c][\da-f]{7})[hl]?$/i;
const stopCue =
  /\b(?:stop|bug\s?check|bsod|blue\s?screen)(?:\s(?:code|error|message|screen|was|is|with|of)){0,3}\s?[:=(-]?\s?["']?$/i;
const stopDigits = /^(?:0x)?([\da-f]{8}|(?<=0x)[\da-f]{1,8})[hl]?$/i;
const stopParameters = /\s{0,3}[({]\s?(?:(?:0x)?[\da-f]{1,16}[\s,]{0,3}){1,6}[)}]?/iy;
const strongCue =
  /\b(?:hresult|hr|error(?:\s?code)?|err|ntstatus|exception(?:\s?code)?|exit\s?code|status|code|return(?:ed|s)?)\s?[:=]?\s?["'(]{0,2}$/i;

/** HRESULT, NTSTATUS, STOP code or Win32 error in hexadecimal: `0x80070005`, `80070005`, `c0000005h`, `error 0x5`. */
export function findHexCode(spot: Spot, passage: Passage): Find[] {
  const stop = findStopCode(spot, passage);
  if (stop !== null) return [stop];
  const digits = prefixed.exec(spot.word)?.[1] ?? bare.exec(spot.word)?.[1];
  if (digits === undefined || !standsAlone(spot, passage)) return [];
  const readAs = readHex(Number.parseInt(digits, 16), spot, passage);
  return readAs.length === 0 ? [] : [{ start: spot.start, end: spot.end, readAs }];
}

function readHex(value: number, spot: Spot, passage: Passage): ReadAs[] {
  const hasPrefix = spot.word.charAt(1).toLowerCase() === 'x';
  const lead = before(passage, spot.start);
  const isCalled = hasPrefix && (strongCue.test(lead) || errorCue.test(lead));
  const readAs = isCalled ? readings32Called(value) : readings32(value);
  if (readAs.length > 0 || !hasPrefix) return readAs;
  const isAlone = passage.isTerse && isAloneOnLine(passage, spot.start, spot.end);
  if (value === 0 || value > 0xffff || !(isCalled || isAlone)) return [];
  const stop: ReadAs = ['stop', hex32(value)];
  return isAlone && isDocumented('stop', stop[1]) ? [...win32Readings(value), stop] : win32Readings(value);
}

function findStopCode({ start, end, word }: Spot, passage: Passage): Find | null {
  const digits = stopDigits.exec(word)?.[1];
  if (digits === undefined || !stopCue.test(before(passage, start))) return null;
  const value = Number.parseInt(digits, 16);
  const code = hex32(value);
  const readAs: ReadAs[] = [['stop', code], ...readings32(value)];
  const parameters = matchAt(stopParameters, passage.text, end)?.[0].length ?? 0;
  return { start, end, readAs, resume: end + parameters };
}

/** Not a piece of a GUID, of a longer chain of hex groups, or of a name. */
function standsAlone({ start, end }: Spot, { text }: Passage): boolean {
  const previous = text.charAt(start - 1);
  const beforeIt = text.charAt(start - 2);
  if (previous === '-' || previous === '_' || previous === '%' || previous === '\\') return /\s|^$/.test(beforeIt);
  const next = text.charAt(end);
  return !(/[-_]/.test(next) && /[\da-z]/i.test(text.charAt(end + 1)));
}
