import { isDocumented } from './describe-code.js';
import { eventReadings, isKnownEventId } from './event-ids.js';
import { win32Readings } from './numbers-32-bit.js';
import { type Find, isAloneOnLine, type Passage, type ReadAs, type Spot } from './passage.js';

/** Win32 errors lie below this; the Winsock and WinHTTP ones are the highest that people meet. */
const highestWin32 = 16_000;

/** A number that is all there is on a line of a terse text, with everything that it can be, likeliest first. */
export function findLoneNumber({ start, end, word }: Spot, passage: Passage): Find[] {
  if (!passage.isTerse || !/^\d{1,6}$/.test(word) || !isAloneOnLine(passage, start, end)) return [];
  const readAs = loneReadings(word, passage.text.trim() === passage.text.slice(start, end));
  return readAs.length === 0 ? [] : [{ start, end, readAs }];
}

function loneReadings(word: string, isWholeText: boolean): ReadAs[] {
  const value = Number(word);
  const readAs: ReadAs[] = [];
  if (isDocumented('http', word)) readAs.push(['http', word]);
  if (isDocumented('ftp', word)) readAs.push(['ftp', word]);
  if (isDocumented('asp', `ASP ${word}`)) readAs.push(['asp', `ASP ${word}`]);
  if (isDocumented('sqlstate', word)) readAs.push(['sqlstate', word]);
  if (word.startsWith('0') || value === 0) return readAs;
  if (isDocumented('win32', word)) readAs.push(...win32Readings(value));
  if (isKnownEventId(word)) readAs.push(...eventReadings(word));
  if (word.length === 6) return isWholeText ? [['kb', `Q${word}`]] : [];
  if (readAs.length === 0 && value < highestWin32 && isWholeText) readAs.push(['win32', word]);
  return readAs;
}
