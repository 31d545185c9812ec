import { listLink } from './cues.js';
import { isDocumented } from './describe-code.js';
import { gluedNumber, isQuantity } from './non-codes.js';
import { win32Readings } from './numbers-32-bit.js';
import { after, type Find, matchAt, type Passage, type ReadAs, type Spot } from './passage.js';

const longestLink = 8;
const substatus = /\.(?:0|[1-9]\d{0,2})(?![\w.])/y;

/** A number that goes on a list which began with a code: the 403 of `HTTP 401, 403 or 500`, the 5011 of `events 5009 and 5011`. */
export function findListedNumber(spot: Spot, passage: Passage, previous: Find): Find[] {
  const { start, end, word } = spot;
  const link = passage.text.slice(previous.end, start);
  if (link.length > longestLink || !listLink.test(link)) return [];
  const sub = previous.readAs[0]?.[0] === 'http' ? matchAt(substatus, passage.text, end) : null;
  const listed = { start, end: end + (sub?.[0].length ?? 0), code: word + (sub?.[0] ?? '') };
  if (isQuantity(passage, start, listed.end) || gluedNumber.test(after(passage, listed.end))) return [];
  const readAs = readLike(previous, listed.code);
  return readAs.length === 0 ? [] : [{ start, end: listed.end, readAs }];
}

/** The number as a code of the kind that the list has. */
function readLike(previous: Find, word: string): ReadAs[] {
  const [kind, code] = previous.readAs[0] ?? [];
  if (kind === 'http' && isDocumented('http', word)) return [['http', word]];
  if (kind === 'win32' && isDocumented('win32', word)) return win32Readings(Number(word));
  if (kind === 'kb' && /^\d{5,7}$/.test(word)) return [['kb', `Q${word}`]];
  if (kind !== 'event' || code === undefined || !/^[1-9]\d{0,4}$/.test(word)) return [];
  return [['event', code.replace(/(?<!\d)\d+$/, word)]];
}
