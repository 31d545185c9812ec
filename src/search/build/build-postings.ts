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
  const { starts, order } = cellsByTerm(cells.terms, termCount);
  const offsets = new Uint32Array(termCount + 1);
  const articles = new Uint32Array(order.length);
  const impacts = new Uint8Array(order.length);
  const fields = new Uint8Array(order.length);
  let used = 0;
  for (let term = 0; term < termCount; term++) {
    offsets[term] = used;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; ) {
      const article = articleOf(cells.places[order[at] ?? 0] ?? 0);
      let frequency = 0;
      let bits = 0;
      for (; at < end; at++) {
        const cell = order[at] ?? 0;
        const place = cells.places[cell] ?? 0;
        if (articleOf(place) !== article) break;
        const field = place % fieldCount;
        const scoring = fieldScoring[searchFields[field] ?? 'body'];
        frequency += fieldFrequency(scoring, cells.counts[cell] ?? 0, lengths[place] ?? 0, averages[field] ?? 0);
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

/** A stable counting sort of the cells by term: within a term they stay in order of article. */
function cellsByTerm(terms: Uint32Array, termCount: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = countsBefore(terms, termCount);
  const next = starts.slice();
  const order = new Uint32Array(terms.length);
  for (let cell = 0; cell < terms.length; cell++) {
    const term = terms[cell] ?? 0;
    const place = next[term] ?? 0;
    order[place] = cell;
    next[term] = place + 1;
  }
  return { starts, order };
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
