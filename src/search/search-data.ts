import type { ArticleStore } from './article-store.js';
import { inverseDocumentFrequency } from './bm25.js';
import { type Concepts, createConcepts } from './concepts.js';
import { createEverydayWords, type EverydayWords } from './everyday-words.js';
import { createFilter } from './filters.js';
import { type IndexData, sizeOf } from './index-data.js';
import { documentFrequency } from './postings.js';
import { longestStream } from './streams.js';
import { allStrings, countOf, numberOf } from './string-table.js';
import { searchFields } from './types.js';

/** What a search reads: the index itself and what is made of it once. Articles go by number in all of it. */
export interface SearchData extends IndexData {
  /** How many articles there are, hidden ones included. */
  size: number;
  store: ArticleStore;
  concepts: Concepts;
  everydayWords: EverydayWords;
  /** Inverse document frequency of each term that was asked for, 0 for others: `idfOf` reads it. */
  idf: Float32Array;
  /** Number of the first article with an id. */
  byId: Map<string, number>;
  /** Decides whether an article may be found at all, and under some filters. */
  passing: ReturnType<typeof createFilter>;
  scratch: Scratch;
}

/** Room that every search uses again; a search is never interrupted by another. */
export interface Scratch {
  /** By article; all zero between searches. */
  scores: Float32Array;
  /** By article: the last term that scored it; all zero between searches. */
  lastTerms: Uint16Array;
  /** The articles that have a score. */
  found: Uint32Array;
  /** Their scores, for picking the best. */
  values: Float32Array;
  /** By term; all zero between searches. */
  marks: Uint8Array;
  /** The stream of the article at hand. */
  stream: Uint32Array;
}

export function searchData(data: IndexData, store: ArticleStore): SearchData {
  const size = sizeOf(data);
  const byId = new Map<string, number>();
  const ids = allStrings(data.articles.ids);
  for (let number = 0; number < ids.length; number++) {
    const id = ids[number] ?? '';
    if (data.hidden[number] === 0 && !byId.has(id)) byId.set(id, number);
  }
  const passingFilters = createFilter(data.articles.scopes, data.articles.scopeOf);
  return {
    ...data,
    size,
    store,
    byId,
    idf: new Float32Array(countOf(data.terms)),
    concepts: createConcepts((term) => numberOf(data.terms, term) ?? unknownTerm),
    everydayWords: createEverydayWords((term) => numberOf(data.terms, term)),
    passing: (filters) => {
      const passes = passingFilters(filters);
      return (article) => data.hidden[article] === 0 && passes(article);
    },
    scratch: {
      scores: new Float32Array(size),
      lastTerms: new Uint16Array(size),
      found: new Uint32Array(size),
      values: new Float32Array(size),
      marks: new Uint8Array(countOf(data.terms)),
      stream: new Uint32Array(longestStream + searchFields.length),
    },
  };
}

/** For a phrase of the synonyms that is newer than the index: no part of a question has this number. */
const unknownTerm = 0xfffffffe;

/** How much a match of a term says. */
export function idfOf({ idf, postings, size }: SearchData, term: number): number {
  if (idf[term] === 0) idf[term] = inverseDocumentFrequency(documentFrequency(postings, term), size);
  return idf[term] ?? 0;
}
