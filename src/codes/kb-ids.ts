import { before, type Find, type Passage, type Spot } from './passage.js';

const glued = /^(?:(q|kb)(\d{5,7})|(s[1-9]\d{4,5}))$/i;
/** `kb 288323`, `KB: 288323`, `kb/288323` and `scid=kb;en-us;288323` of a support address. */
const kbCue = /(?<![\w.]|\d\s)(?:ms)?kb(?:id)?(?:\s?[:#/=-]\s?#?|\s(?:article\s)?(?:id\s)?#?|;[a-z]{2}-?[a-z]{0,3};)$/i;
const articleCue =
  /(?:\b(?:kb\s)?articles?\s(?:id\s?|numbers?\s?|no\.?\s?){0,2}[:#]?\s?|\bsupport\.microsoft\.com(?:\/[a-z]{2}-[a-z]{2})?\/help\/)$/i;

/** The id of a knowledge-base article: `Q288323`, `KB288323`, `kb 288323`, and our own `S40105`. */
export function findKbId({ start, end, word }: Spot, passage: Passage): Find[] {
  const previous = passage.text.charAt(start - 1);
  const match = glued.exec(word);
  if (match !== null) {
    if (/[_\d.$]/.test(previous)) return [];
    const code = match[3]?.toUpperCase() ?? `Q${match[2]}`;
    return [{ start, end, readAs: [['kb', code]] }];
  }
  if (!/^\d{5,7}$/.test(word)) return [];
  const lead = before(passage, start);
  const cue = kbCue.exec(lead);
  if (cue === null && !articleCue.test(lead)) return [];
  return [{ start: cue === null ? start : start - cue[0].length, end, readAs: [['kb', `Q${word}`]] }];
}
