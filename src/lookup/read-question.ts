import { findCodes } from '../codes/find-codes.js';
import type { Question } from './types.js';

/** More than this of a question is not read: a pasted log says what is wrong near its beginning. */
const longestQuestion = 8000;

/** `product:iis`, `version:"4.0"`, `id:Q288323`, in any case; the value follows at once, so `Event ID: 5` is none. */
const filterPattern =
  /(?<![\p{L}\p{N}])(product|version|id):(?:"([^"]{0,200})"|“([^”]{0,200})”|'([^']{0,200})'|([^\s"“']+))/giu;
const idPattern = /^(kb|[a-z])?[\s-]?(\d{3,7})$/iu;

/** Takes a question apart: filters, codes, and the text to search for. Any text will do. */
export function readQuestion(raw: string): Question {
  const filters: Question['filters'] = {};
  const text = raw
    .trim()
    .slice(0, longestQuestion)
    .replace(filterPattern, (whole, name: string, ...values: (string | undefined)[]) => {
      const value =
        values
          .slice(0, 4)
          .find((candidate) => candidate !== undefined)
          ?.trim() ?? '';
      if (!setFilter(filters, name.toLowerCase(), value)) return whole;
      return ' ';
    })
    .trim();
  return { raw: raw.trim(), text, codes: findCodes(text), filters, corrections: [] };
}

/** Sets a filter; false when the value is none, and the words are part of the text. */
function setFilter(filters: Question['filters'], name: string, value: string): boolean {
  if (value === '' || (name === 'id' && !idPattern.test(value))) return false;
  if (name === 'product') filters.product = value;
  else if (name === 'version') filters.version = value;
  else filters.id = value;
  return true;
}

/** A question that names one article. */
export interface AskedId {
  /** As asked, in upper case. */
  asked: string;
  /** Ids to try in this order. */
  ids: string[];
  /** False for what may be something else than an id: a bare number, `W2003`. */
  certain: boolean;
}

/** The article that a question is nothing but: `Q288323`, `KB288323`, `288323`, `S40105`, `id:Q288323`; else null. */
export function askedId(question: Question): AskedId | null {
  const filter = question.filters.id;
  const asked = (filter ?? question.text).replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, '');
  const match = idPattern.exec(asked);
  if (match === null) return null;
  const letter = (match[1] ?? '').toUpperCase();
  const number = match[2] ?? '';
  const ids = letter === '' || letter === 'KB' ? [`Q${number}`, `S${number}`] : [`${letter}${number}`];
  return { asked: `${letter}${number}`, ids, certain: filter !== undefined || letter === 'Q' || letter === 'KB' };
}
