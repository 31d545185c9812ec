/**
 * The inverted index: the postings of term t are the entries `offsets[t]` to `offsets[t + 1]`, by ascending article.
 * Scores of single terms are worked out when the index is built: a search only multiplies and adds.
 */
export interface Postings {
  offsets: Uint32Array;
  /** Number of the article. */
  articles: Uint32Array;
  /** BM25F without the idf, 0 to 1, in 255ths: finer steps change no ranking. */
  impacts: Uint8Array;
  /** Bit i is set when the term stands in `searchFields[i]`. */
  fields: Uint8Array;
}

/** What an impact of 1 is stored as. */
export const impactScale = 255;

/** How many articles hold a term. */
export function documentFrequency(postings: Postings, term: number): number {
  return (postings.offsets[term + 1] ?? 0) - (postings.offsets[term] ?? 0);
}

/** The entry of a term's postings for an article, or -1. */
export function findPosting(postings: Postings, term: number, article: number): number {
  let low = postings.offsets[term] ?? 0;
  let high = (postings.offsets[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = postings.articles[middle] ?? 0;
    if (found === article) return middle;
    if (found < article) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
