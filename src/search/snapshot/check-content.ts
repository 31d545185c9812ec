import type { Manifest } from '../build/manifest.js';
import type { IndexData } from '../index-data.js';
import { relatedPerTerm } from '../related-terms.js';
import type { StringIndex, StringTable } from '../string-table.js';
import { searchFields } from '../types.js';

/**
 * What is wrong with the content of a snapshot whose checksums are right: somebody made it with numbers that lead out of
 * its arrays, or searching would never end. Null for content that can be searched.
 * @param recordBytes how long the section of the packed articles is
 */
export function contentProblem(data: IndexData, manifest: Manifest, recordBytes: number): string | null {
  const rules = [...dataRules(data, recordBytes), ...manifestRules(data, manifest)];
  return rules.find(([, isFine]) => !isFine())?.[0] ?? null;
}

/** What is to hold, and whether it does. */
type Rule = [what: string, isFine: () => boolean];

function dataRules(data: IndexData, recordBytes: number): Rule[] {
  const { terms, writings, postings, streams, titleParts, spelling, related, codes, articles, hidden } = data;
  const size = articles.scopeOf.length;
  const termCount = terms.offsets.length - 1;
  const words = spelling.words.offsets.length - 1;
  return [
    ['terms', () => isStringIndex(terms)],
    ['writings', () => isTable(writings, termCount)],
    ['postings', () => isRuns(postings.offsets, termCount, postings.articles.length)],
    ['articles of postings', () => areBelow(postings.articles, size)],
    ['impacts', () => postings.impacts.length === postings.articles.length],
    ['fields', () => postings.fields.length === postings.articles.length],
    ['streams', () => isRuns(streams.offsets, size, streams.bytes.length)],
    ['title parts', () => isRuns(titleParts.offsets, size, titleParts.parts.length)],
    ['words', () => isTable(spelling.words, words) && areBelow(spelling.terms, termCount)],
    ['counts of words', () => [spelling.terms, spelling.counts, spelling.letters].every((one) => one.length === words)],
    ['related terms', () => isRelated(related, termCount)],
    ['codes', () => isStringIndex(codes.keys)],
    ['holdings', () => isRuns(codes.offsets, codes.keys.offsets.length - 1, codes.articles.length)],
    ['articles of codes', () => areBelow(codes.articles, size) && codes.places.length === codes.articles.length],
    ['ids', () => isTable(articles.ids, size)],
    ['titles', () => isTable(articles.titles, size) && isTable(articles.queryWords, size)],
    ['scopes', () => isTable(articles.scopes, articles.scopes.offsets.length - 1)],
    ['scopes of articles', () => areBelow(articles.scopeOf, articles.scopes.offsets.length - 1)],
    ['records', () => isRuns(articles.recordOffsets, size, recordBytes)],
    ['hidden articles', () => hidden.length === size],
    ['averages', () => data.averages.length === searchFields.length],
  ];
}

function manifestRules({ articles }: IndexData, { folders, ends, paths, ...columns }: Manifest): Rule[] {
  const files = paths.offsets.length - 1;
  const { sizes, modified, articles: numbers } = columns;
  return [
    ['folders', () => isTable(folders, ends.length) && ascends(ends) && (ends.at(-1) ?? 0) <= files],
    ['files', () => isTable(paths, files) && [sizes, modified, numbers].every((one) => one.length === files)],
    ['articles of files', () => numbers.every((number) => number >= -1 && number < articles.scopeOf.length)],
  ];
}

function isTable({ bytes, offsets }: StringTable, count: number): boolean {
  return isRuns(offsets, count, bytes.length);
}

/** A slot names a string or none, and one at least is empty: a search for what is not there ends at such a one. */
function isStringIndex(index: StringIndex): boolean {
  const { slots, offsets } = index;
  const isPowerOfTwo = slots.length > 1 && (slots.length & (slots.length - 1)) === 0;
  return isPowerOfTwo && slots.includes(0) && areBelow(slots, offsets.length) && isTable(index, offsets.length - 1);
}

/** Whether offsets cut an array of some length into so many runs. */
function isRuns(offsets: Uint32Array, count: number, length: number): boolean {
  return offsets.length === count + 1 && ascends(offsets) && (offsets.at(-1) ?? 0) <= length;
}

function ascends(numbers: Uint32Array): boolean {
  for (let at = 1; at < numbers.length; at += 1) if ((numbers[at] ?? 0) < (numbers[at - 1] ?? 0)) return false;
  return true;
}

function areBelow(numbers: Uint32Array, limit: number): boolean {
  for (let at = 0; at < numbers.length; at += 1) if ((numbers[at] ?? 0) >= limit) return false;
  return true;
}

function isRelated({ terms, strengths }: IndexData['related'], termCount: number): boolean {
  return (
    terms.length === strengths.length &&
    terms.length <= termCount * relatedPerTerm &&
    areBelow(terms, Math.max(1, termCount))
  );
}
