import { errorCue } from './cues.js';
import { hasUnit } from './non-codes.js';
import { isNamed32, readings32, readings32Called } from './numbers-32-bit.js';
import { before, type Find, isAloneOnLine, type Passage, type Spot } from './passage.js';

const shape = /^(\d{9,10})[lu]{0,3}$/i;

/** HRESULT or NTSTATUS as a decimal number, unsigned or negative: `2147942405`, `-2147024891`, `2147942405U`. */
export function findDecimalCode({ start, end, word }: Spot, passage: Passage): Find[] {
  const digits = shape.exec(word)?.[1];
  if (digits === undefined) return [];
  const { text } = passage;
  const previous = text.charAt(start - 1);
  const isNegative = /[-\u2212\u2013]/.test(previous) && !/[\w)]/.test(text.charAt(start - 2));
  const value = isNegative ? 2 ** 32 - Number(digits) : Number(digits);
  const isGlued = !isNegative && /[-+.,:$#_]/.test(previous) && !/[:#,] ?$/.test(previous);
  if (value < 2 ** 31 || value >= 2 ** 32 || isGlued || /^[.,-]\d/.test(text.slice(end, end + 2))) return [];
  const codeStart = isNegative ? start - 1 : start;
  const isRoundSize = !isNegative && value % 0x1_0000 === 0;
  if (isRoundSize || hasUnit(passage, end)) return [];
  const isCalled = errorCue.test(before(passage, codeStart));
  const isAlone = passage.isTerse && isAloneOnLine(passage, codeStart, end);
  if (!isNegative && !isCalled && !isAlone && !isNamed32(value)) return [];
  const readAs = isCalled ? readings32Called(value) : readings32(value);
  return readAs.length === 0 ? [] : [{ start: codeStart, end, readAs }];
}
