import { listLink } from './cues.js';
import { isDocumented } from './describe-code.js';
import { isQuantity } from './non-codes.js';
import { win32Readings } from './numbers-32-bit.js';
import { after, type Find, type Passage, type ReadAs, type Spot } from './passage.js';

const longestLink = 8;

/** A number that goes on a list which began with a code: the 403 of `HTTP 401, 403 or 500`, the 5011 of `events 5009 and 5011`. */
export function findListedNumber(spot: Spot, passage: Passage, previous: Find): Find[] {
  const { start, end, word } = spot;
  const link = passage.text.slice(previous.end, start);
  if (link.length > longestLink || !listLink.test(link)) return [];
  if (isQuantity(passage, start, end) || /^[.,:/'-]\d/.test(after(passage, end))) return [];
  const readAs = readLike(previous, word);
  return readAs.length === 0 ? [] : [{ start, end, readAs }];
}

/** The number as a code of the kind that the list has. */
function readLike(previous: Find, word: string): ReadAs[] {
  const [kind, code] = previous.readAs[0] ?? [];
  if (kind === 'http' && isDocumented('http', word)) return [['http', word]];
  if (kind === 'win32' && isDocumented('win32', word)) return win32Readings(Number(word));
  if (kind !== 'event' || code === undefined || !/^[1-9]\d{0,4}$/.test(word)) return [];
  return [['event', code.replace(/\d+$/, word)]];
}
