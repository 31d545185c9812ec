import type { Spelling } from '../spelling.js';
import { allStrings } from '../string-table.js';
import type { IndexPart } from './part.js';

interface MergedWords {
  /** How each term is written most often, by its number; a piece of compounds as the term. */
  writings: string[];
  spellings: Spelling[];
}

/** Only words of letters are repaired, and shorter ones are never what somebody meant. */
const repairable = /^[a-z]{3,}$/;

/** Counts the raw words of all parts together. @param numbering the number of each part's terms @param terms by number */
export function mergeWords(
  parts: readonly IndexPart[],
  numbering: readonly Uint32Array[],
  terms: readonly string[],
): MergedWords {
  const counts = new Map<string, { count: number; term: number; writes: boolean }>();
  for (const [index, { words }] of parts.entries()) {
    for (const [number, raw] of allStrings(words.texts).entries()) {
      const entry = counts.get(raw);
      const count = words.counts[number] ?? 0;
      if (entry !== undefined) entry.count += count;
      else {
        const term = numbering[index]?.[words.terms[number] ?? 0] ?? 0;
        counts.set(raw, { count, term, writes: words.writes[number] === 1 });
      }
    }
  }
  const writings = [...terms];
  const best = new Uint32Array(terms.length);
  const spellings = new Map<string, Spelling>();
  for (const [raw, { count, term, writes }] of counts) {
    if (writes && count > (best[term] ?? 0)) {
      best[term] = count;
      writings[term] = raw;
    }
    addSpelling(spellings, raw.toLowerCase(), term, count);
  }
  return { writings, spellings: [...spellings.values()] };
}

function addSpelling(spellings: Map<string, Spelling>, word: string, term: number, count: number): void {
  if (!repairable.test(word)) return;
  const known = spellings.get(word);
  if (known !== undefined) known.count += count;
  else spellings.set(word, { word, term, count });
}
