import { GrowableUint32Array } from '../growable-array.js';
import { type RelatedTerms, relatedPerTerm, strengthScale } from '../related-terms.js';
import { fieldBreak } from '../streams.js';
import { positiveInformation } from './co-occurrence.js';
import { embed } from './embedding.js';

/** Chosen by `bench/eval.ts` on people's own words; more terms or dimensions cost time and gain nothing. */
export const relating = {
  /** Fewer articles have too few contexts for any word: chance neighbours would count. */
  leastArticles: 1000,
  /** A term in fewer articles has too few contexts to be known by. */
  fewestArticles: 5,
  /** A term in a greater share of the articles goes with everything. */
  commonest: 0.35,
  mostTerms: 4000,
  /** Two terms within so many words are each other's context. */
  window: 5,
  /** Words of running text that are read at the most, evenly over the articles. */
  mostWords: 3_000_000,
  dimensions: 64,
  /** The least cosine of terms that are taken as related. */
  leastCosine: 0.5,
};

/** An archive's running text, reduced to the terms that can be related. */
export interface RelatableText {
  /** The place of each word's term in `chosen`; -1 for any other word, and gaps between fields. */
  rows: Int32Array;
  /** The terms that can be related, by number. */
  chosen: Uint32Array;
}

interface RunningText {
  parts: Uint32Array;
  /** Where each article's parts end. */
  ends: Uint32Array;
}

/**
 * Picks out what `relateTerms` needs.
 * @param terms by number, the commonest first
 * @param articleCounts in how many articles each term is
 */
export function relatableText(
  terms: readonly string[],
  articleCounts: Uint32Array,
  { parts, ends }: RunningText,
): RelatableText {
  const size = ends.length;
  const chosen = Uint32Array.from(size < relating.leastArticles ? [] : chooseTerms(terms, articleCounts, size));
  const rowOf = new Int32Array(terms.length).fill(-1);
  for (const [row, term] of chosen.entries()) rowOf[term] = row;
  return { rows: inRows({ parts, ends }, rowOf), chosen };
}

/** Finds the terms that are used alike. Takes a second or two for a large archive. */
export function relateTerms({ rows, chosen }: RelatableText): RelatedTerms {
  const information = positiveInformation(rows, chosen.length, relating.window);
  return nearest(embed(information, relating.dimensions), chosen);
}

/** Plain words that are neither rare nor everywhere. */
function chooseTerms(terms: readonly string[], articleCounts: Uint32Array, size: number): number[] {
  const chosen: number[] = [];
  for (let term = 0; term < terms.length && chosen.length < relating.mostTerms; term++) {
    const articles = articleCounts[term] ?? 0;
    if (articles < relating.fewestArticles || articles > relating.commonest * size) continue;
    if (/^[a-z]{2,}$/.test(terms[term] ?? '')) chosen.push(term);
  }
  return chosen;
}

/** The running text in rows. Of a large text every nth article. */
function inRows({ parts, ends }: RunningText, rowOf: Int32Array): Int32Array {
  const step = Math.max(1, Math.ceil(parts.length / relating.mostWords));
  const rows = new GrowableUint32Array();
  const none = 0xffffffff; // -1 as a signed number
  let start = 0;
  for (const [article, end] of ends.entries()) {
    for (let at = start; article % step === 0 && at < end; at++) {
      const part = parts[at] ?? fieldBreak;
      if (part !== fieldBreak) rows.push(rowOf[part] ?? none);
      else for (let gap = 0; gap < relating.window; gap++) rows.push(none);
    }
    start = end;
  }
  return new Int32Array(rows.toArray().buffer);
}

/** The nearest neighbours of each row. @param vectors rows of `relating.dimensions`, of length 1 or 0 */
function nearest(vectors: Float32Array, chosen: Uint32Array): RelatedTerms {
  const last = chosen.at(-1);
  const count = last === undefined ? 0 : (last + 1) * relatedPerTerm;
  const related: RelatedTerms = { terms: new Uint32Array(count), strengths: new Uint8Array(count) };
  for (const [row, close] of closePairs(vectors, chosen.length).entries()) {
    close.sort((a, b) => b.cosine - a.cosine || a.row - b.row);
    const start = (chosen[row] ?? 0) * relatedPerTerm;
    for (const [rank, { row: other, cosine }] of close.slice(0, relatedPerTerm).entries()) {
      related.terms[start + rank] = chosen[other] ?? 0;
      related.strengths[start + rank] = Math.floor(cosine * strengthScale);
    }
  }
  return related;
}

/** For each row the others that are near enough. */
function closePairs(vectors: Float32Array, count: number): { row: number; cosine: number }[][] {
  const close: { row: number; cosine: number }[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row < count; row++) {
    for (let other = row + 1; other < count; other++) {
      const cosine = product(vectors, row, other);
      if (cosine < relating.leastCosine) continue;
      close[row]?.push({ row: other, cosine });
      close[other]?.push({ row, cosine });
    }
  }
  return close;
}

function product(vectors: Float32Array, a: number, b: number): number {
  const { dimensions } = relating;
  let even = 0;
  let odd = 0; // two sums, because each addition waits for the one before
  for (let x = a * dimensions, y = b * dimensions, end = x + dimensions; x < end; x += 2, y += 2) {
    even += (vectors[x] ?? 0) * (vectors[y] ?? 0);
    odd += (vectors[x + 1] ?? 0) * (vectors[y + 1] ?? 0);
  }
  return even + odd;
}
