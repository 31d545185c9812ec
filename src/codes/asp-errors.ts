import { isDocumented } from './describe-code.js';
import { before, type Find, type Passage, type Spot } from './passage.js';

const cue =
  /(?<![\w.])(?:asp|active server pages)(?:(?:[\s,:]{1,2}(?:error|err|code)){1,2}[\s:]{0,2}|\s?[:_-]?\s?)(?:["'](?:asp\s)?)?$/i;
const gluedDigits = /^asp(0[01234]\d\d)$/i;

/** An error of classic ASP: `ASP 0115`, `ASP error 0177`, `Active Server Pages error 'ASP 0113'`, `asp 115`. */
export function findAspError({ start, end, word }: Spot, passage: Passage): Find[] {
  const glued = gluedDigits.exec(word)?.[1];
  if (glued !== undefined) return [{ start, end, readAs: [['asp', `ASP ${glued}`]] }];
  if (!/^(?:0[01234]\d\d|[12]\d\d)$/.test(word)) return [];
  const match = cue.exec(before(passage, start));
  const code = `ASP ${word.padStart(4, '0')}`;
  if (match === null || (word.length === 3 && !isDocumented('asp', code))) return [];
  return [{ start: start - nameLength(match[0]), end, readAs: [['asp', code]] }];
}

/** How much of the cue belongs to the code: from its last `ASP` on. */
function nameLength(match: string): number {
  const name = match.toLowerCase().lastIndexOf('asp');
  return name < 0 ? 0 : match.length - name;
}
