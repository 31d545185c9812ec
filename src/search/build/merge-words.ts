import { GrowableUint32Array } from '../growable-array.js';
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
  const numbers = new Map<string, number>();
  const counts = new GrowableUint32Array();
  const firstTerms = new GrowableUint32Array();
  const writes = new GrowableUint32Array();
  for (const [index, { words }] of parts.entries()) {
    const numbersOfTerms = numbering[index] ?? new Uint32Array();
    let own = 0;
    for (const raw of allStrings(words.texts)) {
      const known = numbers.get(raw);
      const count = words.counts[own] ?? 0;
      if (known !== undefined) counts.set(known, counts.at(known) + count);
      else {
        numbers.set(raw, numbers.size);
        counts.push(count);
        firstTerms.push(numbersOfTerms[words.terms[own] ?? 0] ?? 0);
        writes.push(words.writes[own] ?? 0);
      }
      own++;
    }
  }
  const writings = [...terms];
  const best = new Uint32Array(terms.length);
  const spellings = new Map<string, Spelling>();
  let number = 0;
  for (const raw of numbers.keys()) {
    const count = counts.at(number);
    const term = firstTerms.at(number);
    if (writes.at(number++) === 1 && count > (best[term] ?? 0)) {
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
