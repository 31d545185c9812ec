import type { IndexData } from '../index-data.js';
import type { RelatedTerms } from '../related-terms.js';
import { spellingVocabulary } from '../spelling.js';
import { fieldBreak, packStreams } from '../streams.js';
import { allStrings, countOf, indexStrings, joinTables, packStrings } from '../string-table.js';
import { searchFields } from '../types.js';
import { averageLengths, buildPostings, type Cells } from './build-postings.js';
import { mergeCodes } from './merge-codes.js';
import { mergeWords } from './merge-words.js';
import type { IndexPart } from './part.js';
import { relateInWorker } from './relate-in-worker.js';
import { type RelatableText, relatableText, relateTerms } from './relate-terms.js';

const fieldCount = searchFields.length;

/** An index, and the packed articles when the parts have them. */
export interface BuiltIndex {
  data: IndexData;
  records: Uint8Array;
}

/** Parts whose terms have the numbers of the index that they will make. */
interface NumberedParts {
  parts: readonly IndexPart[];
  /** In order of number, the commonest first. */
  terms: string[];
  /** The number in the index of each part's terms. */
  numbering: Uint32Array[];
  /** In how many articles each term is. */
  articleCounts: Uint32Array;
  streams: IndexPart['streams'];
}

/**
 * Makes one index of parts; their articles are numbered one part after the other.
 * @param base an index to which this one will be joined: lengths are measured by its averages, so that scores compare
 */
export function mergeParts(parts: readonly IndexPart[], base: IndexData | null = null): BuiltIndex {
  const numbered = numberTerms(parts);
  return merge(numbered, base?.averages ?? null, base?.related ?? relateTerms(textOf(numbered)));
}

/** Makes one index of parts, as `mergeParts` does, in two threads. */
export async function mergePartsInParallel(parts: readonly IndexPart[]): Promise<BuiltIndex> {
  const numbered = numberTerms(parts);
  const related = relateInWorker(textOf(numbered));
  const merged = merge(numbered, null, { terms: new Uint32Array(), strengths: new Uint8Array() });
  return { ...merged, data: { ...merged.data, related: await related } };
}

function textOf({ terms, articleCounts, streams }: NumberedParts): RelatableText {
  return relatableText(terms, articleCounts, streams);
}

function merge(
  { parts, terms, numbering, streams }: NumberedParts,
  knownAverages: Float64Array | null,
  related: RelatedTerms,
): BuiltIndex {
  const lengths = concat(parts.map((part) => part.lengths));
  const averages = knownAverages ?? averageLengths(lengths);
  const titles = renumbered(parts, numbering, (part) => part.titles);
  const words = mergeWords(parts, numbering, terms);
  const articles = mergeArticles(parts);
  const data: IndexData = {
    terms: indexStrings(terms),
    writings: packStrings(words.writings),
    postings: buildPostings(mergeCells(parts, numbering), terms.length, lengths, averages),
    streams: packStreams(streams.parts, streams.ends),
    titleParts: { parts: titles.parts, offsets: offsetsOf(titles.ends) },
    spelling: spellingVocabulary(words.spellings),
    related,
    codes: mergeCodes(parts),
    articles,
    hidden: new Uint8Array(articles.scopeOf.length),
    averages,
  };
  return { data, records: concatBytes(parts.map((part) => part.records.bytes)) };
}

/** Numbers the terms of all parts anew, the commonest first. */
function numberTerms(parts: readonly IndexPart[]): NumberedParts {
  const first = new Map<string, number>();
  const met = parts.map((part) => {
    const numbers = new Uint32Array(countOf(part.terms));
    let own = 0;
    for (const term of allStrings(part.terms)) {
      const known = first.get(term);
      if (known === undefined) first.set(term, first.size);
      numbers[own++] = known ?? first.size - 1;
    }
    return numbers;
  });
  const counts = { cells: new Uint32Array(first.size), articles: new Uint32Array(first.size) };
  for (const [index, part] of parts.entries()) count(part, met[index] ?? new Uint32Array(), counts);
  const texts = [...first.keys()];
  const order = Uint32Array.from(texts.keys()).sort((a, b) => (counts.cells[b] ?? 0) - (counts.cells[a] ?? 0) || a - b);
  const rank = new Uint32Array(order.length);
  for (const [place, number] of order.entries()) rank[number] = place;
  const numbering = met.map((numbers) => numbers.map((number) => rank[number] ?? 0));
  return {
    parts,
    terms: Array.from(order, (number) => texts[number] ?? ''),
    numbering,
    articleCounts: order.map((number) => counts.articles[number] ?? 0),
    streams: renumbered(parts, numbering, (part) => part.streams),
  };
}

/** Adds to each term's counts the cells and the articles of a part. The cells of an article stand together. */
function count(
  { cells, terms }: IndexPart,
  numbers: Uint32Array,
  counts: { cells: Uint32Array; articles: Uint32Array },
): void {
  const lastArticle = new Int32Array(countOf(terms)).fill(-1);
  for (let cell = 0; cell < cells.terms.length; cell++) {
    const term = cells.terms[cell] ?? 0;
    const number = numbers[term] ?? 0;
    counts.cells[number] = (counts.cells[number] ?? 0) + 1;
    const article = Math.floor((cells.places[cell] ?? 0) / fieldCount);
    if (lastArticle[term] === article) continue;
    lastArticle[term] = article;
    counts.articles[number] = (counts.articles[number] ?? 0) + 1;
  }
}

function mergeCells(parts: readonly IndexPart[], numbering: readonly Uint32Array[]): Cells {
  const length = parts.reduce((sum, { cells }) => sum + cells.terms.length, 0);
  const terms = new Uint32Array(length);
  const places = new Uint32Array(length);
  let at = 0;
  let before = 0;
  for (const [index, { cells, articleCount }] of parts.entries()) {
    const numbers = numbering[index] ?? new Uint32Array();
    for (let cell = 0; cell < cells.terms.length; cell++) {
      terms[at] = numbers[cells.terms[cell] ?? 0] ?? 0;
      places[at++] = before + (cells.places[cell] ?? 0);
    }
    before += articleCount * fieldCount;
  }
  return { terms, places, counts: concat(parts.map(({ cells }) => cells.counts)) };
}

/** Runs of terms of all articles, in the numbers of the whole index. */
function renumbered(
  parts: readonly IndexPart[],
  numbering: readonly Uint32Array[],
  runs: (part: IndexPart) => { parts: Uint32Array; ends: Uint32Array },
): { parts: Uint32Array; ends: Uint32Array } {
  const all = parts.map(runs);
  const terms = new Uint32Array(all.reduce((sum, own) => sum + own.parts.length, 0));
  let at = 0;
  for (const [index, own] of all.entries()) {
    const numbers = numbering[index] ?? new Uint32Array();
    for (let i = 0; i < own.parts.length; i++) {
      const term = own.parts[i] ?? 0;
      terms[at++] = term === fieldBreak ? fieldBreak : (numbers[term] ?? 0);
    }
  }
  return { parts: terms, ends: concatEnds(all.map(({ ends }) => ends)) };
}

function mergeArticles(parts: readonly IndexPart[]): IndexData['articles'] {
  const column = (name: keyof IndexPart['articles']) => joinTables(parts.map((part) => part.articles[name]));
  const scopes = new Map<string, number>();
  const scopeOf = Uint32Array.from(allStrings(column('scopes')), (scope) => {
    const number = scopes.get(scope) ?? scopes.size;
    scopes.set(scope, number);
    return number;
  });
  const recordEnds = concatEnds(parts.map((part) => part.records.ends));
  return {
    ids: column('ids'),
    titles: column('titles'),
    queryWords: column('queryWords'),
    scopes: packStrings([...scopes.keys()]),
    scopeOf,
    recordOffsets: recordEnds.length === scopeOf.length ? offsetsOf(recordEnds) : new Uint32Array(scopeOf.length + 1),
  };
}

function concat(arrays: readonly Uint32Array[]): Uint32Array {
  const only = arrays[0];
  if (arrays.length === 1 && only !== undefined) return only;
  const all = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

/** Ends of runs in parts, as ends in the parts put one behind the other. */
function concatEnds(arrays: readonly Uint32Array[]): Uint32Array {
  let before = 0;
  return concat(
    arrays.map((ends) => {
      const shift = before;
      before += ends.at(-1) ?? 0;
      return ends.map((end) => end + shift);
    }),
  );
}

function concatBytes(arrays: readonly Uint8Array[]): Uint8Array {
  const only = arrays[0];
  return arrays.length === 1 && only !== undefined ? only : Buffer.concat(arrays);
}

function offsetsOf(ends: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(ends.length + 1);
  offsets.set(ends, 1);
  return offsets;
}
