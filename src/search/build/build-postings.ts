import { fieldFrequency, fieldScoring, impact } from '../bm25.js';
import { impactScale, type Postings } from '../postings.js';
import { searchFields } from '../types.js';

const fieldCount = searchFields.length;

/** The cells of all parts as one table: terms and articles in the numbers of the whole index, by ascending article. */
export interface Cells {
  terms: Uint32Array;
  /** `article * fieldCount + field`. */
  places: Uint32Array;
  counts: Uint32Array;
}

/** Turns cells into postings. @param averages as `averageLengths` gives them */
export function buildPostings(cells: Cells, termCount: number, lengths: Uint32Array, averages: Float64Array): Postings {
  const offsets = new Uint32Array(termCount + 1);
  const articles = new Uint32Array(cells.terms.length);
  const impacts = new Uint8Array(cells.terms.length);
  const fields = new Uint8Array(cells.terms.length);
  const weights = placeWeights(lengths, averages);
  const sorted = sortByTerm(cells, termCount);
  let used = 0;
  for (let term = 0; term < termCount; term++) {
    offsets[term] = used;
    const end = sorted.starts[term + 1] ?? 0;
    for (let at = sorted.starts[term] ?? 0; at < end; ) {
      const article = articleOf(sorted.places[at] ?? 0);
      let frequency = 0;
      let bits = 0;
      for (; at < end; at++) {
        const place = sorted.places[at] ?? 0;
        const field = place - article * fieldCount;
        if (field >= fieldCount) break;
        frequency += (sorted.counts[at] ?? 0) * (weights[place] ?? 0);
        bits |= 1 << field;
      }
      articles[used] = article;
      impacts[used] = Math.max(1, Math.round(impact(frequency) * impactScale));
      fields[used++] = bits;
    }
  }
  offsets[termCount] = used;
  return {
    offsets,
    articles: articles.slice(0, used),
    impacts: impacts.slice(0, used),
    fields: fields.slice(0, used),
  };
}

/** How much one occurrence counts in each field of each article, so that it is worked out once and not for each term. */
function placeWeights(lengths: Uint32Array, averages: Float64Array): Float64Array {
  const scorings = searchFields.map((field) => fieldScoring[field]);
  return Float64Array.from(lengths, (length, place) => {
    const field = place % fieldCount;
    const scoring = scorings[field] ?? fieldScoring.body;
    return fieldFrequency(scoring, 1, length, averages[field] ?? 0);
  });
}

/** Average words of each field over the articles that have the field at all. */
export function averageLengths(lengths: Uint32Array): Float64Array {
  const words = new Float64Array(fieldCount);
  const articles = new Float64Array(fieldCount);
  for (const [place, length] of lengths.entries()) {
    if (length === 0) continue;
    const field = place % fieldCount;
    words[field] = (words[field] ?? 0) + length;
    articles[field] = (articles[field] ?? 0) + 1;
  }
  return words.map((total, field) => (total === 0 ? 0 : total / (articles[field] ?? 1)));
}

interface SortedCells {
  /** Where the cells of each term begin; then how many there are. */
  starts: Uint32Array;
  places: Uint32Array;
  counts: Uint32Array;
}

/** A stable counting sort of the cells by term: within a term they stay in order of article. */
function sortByTerm({ terms, places, counts }: Cells, termCount: number): SortedCells {
  const starts = countsBefore(terms, termCount);
  const next = starts.slice();
  const sorted = { starts, places: new Uint32Array(terms.length), counts: new Uint32Array(terms.length) };
  for (let cell = 0; cell < terms.length; cell++) {
    const term = terms[cell] ?? 0;
    const to = next[term] ?? 0;
    sorted.places[to] = places[cell] ?? 0;
    sorted.counts[to] = counts[cell] ?? 0;
    next[term] = to + 1;
  }
  return sorted;
}

/** For each number below `count` how many of `numbers` are smaller; then how many there are. */
export function countsBefore(numbers: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < count; number++) {
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  }
  return starts;
}

function articleOf(place: number): number {
  return Math.floor(place / fieldCount);
}
