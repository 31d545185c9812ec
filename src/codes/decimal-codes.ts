import { readings32 } from './numbers-32-bit.js';
import type { Find, Passage, Spot } from './passage.js';

/** HRESULT or NTSTATUS as a decimal number, unsigned or negative: `2147942405`, `-2147024891`. */
export function findDecimalCode({ start, end, word }: Spot, { text }: Passage): Find[] {
  if (!/^\d{9,10}$/.test(word)) return [];
  const previous = text.charAt(start - 1);
  const isNegative = /[-\u2212\u2013]/.test(previous) && !/[\w)]/.test(text.charAt(start - 2));
  const value = isNegative ? 2 ** 32 - Number(word) : Number(word);
  const isGlued = !isNegative && /[-+.,:$#_]/.test(previous) && !/[:#,] ?$/.test(previous);
  if (value < 2 ** 31 || value >= 2 ** 32 || isGlued || /^[.,-]\d/.test(text.slice(end, end + 2))) return [];
  const readAs = readings32(value);
  return readAs.length === 0 ? [] : [{ start: isNegative ? start - 1 : start, end, readAs }];
}
