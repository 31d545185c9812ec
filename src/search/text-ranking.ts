import type { CodeHit } from './code-ranking.js';
import { documentFrequency, findPosting, impactScale } from './postings.js';
import type { QuestionTerm, QuestionTerms } from './question-terms.js';
import type { SearchData } from './search-data.js';
import { kthScore } from './top-ranked.js';

/** First scores of the articles that may be among the best: codes and single words. */
export interface FirstScores {
  /** By article. */
  scores: Float32Array;
  articles: Uint32Array;
}

/** Stands in `lastTerms` for an article that so far has a code only; no question has so many terms. */
const codeOnly = 0xffff;
/** It pays to ask whether new articles can still come among the best when a term has so many for each found so far. */
const manyNew = 0.5;
/** Looking an article up in a term's postings costs as much as passing over so many of them. */
const lookUpCost = 32;

/**
 * Codes, then BM25F over the postings of every term, the weightiest first. An article takes the first alternative of a
 * term that it has. As soon as an article without any of the terms so far cannot come among the best `count` any more,
 * only those already found go on being scored: the long postings of common words then cost little.
 * @param use gets the scores, which are gone afterwards: their memory is used by the next search
 */
export function withFirstScores<Result>(
  data: SearchData,
  question: QuestionTerms,
  codes: ReadonlyMap<number, CodeHit>,
  passes: (article: number) => boolean,
  count: number,
  use: (first: FirstScores) => Result,
): Result {
  const { scores, lastTerms, found, values } = data.scratch;
  let size = 0;
  let most = 0;
  for (const [article, { score }] of codes) {
    if (!passes(article)) continue;
    found[size++] = article;
    scores[article] = score;
    lastTerms[article] = codeOnly;
    most = Math.max(most, score);
  }
  const terms = question.terms.toSorted((a, b) => mostOf(b) - mostOf(a));
  let rest = terms.reduce((sum, term) => sum + mostOf(term), 0);
  let closed = false;
  for (const [number, term] of terms.entries()) {
    const mayClose: boolean = !closed && rest <= most && isWorthAsking(data, term, size);
    closed ||= mayClose && rest <= kthScore(found.subarray(0, size), scores, count, values);
    if (closed) scoreFound(data, term, found.subarray(0, size), number + 1);
    else size = scoreAll(data, term, size, number + 1, passes);
    rest -= mostOf(term);
    most += mostOf(term);
  }
  try {
    return use({ scores, articles: found.subarray(0, size) });
  } finally {
    scores.fill(0);
    lastTerms.fill(0);
  }
}

/** Adds a term to the scores of all articles. @returns how many have a score by then */
function scoreAll(
  { postings, scratch }: SearchData,
  term: QuestionTerm,
  size: number,
  number: number,
  passes: (article: number) => boolean,
): number {
  const { scores, lastTerms, found } = scratch;
  let after = size;
  for (const alternative of term.alternatives) {
    const weight = (term.weight * alternative.weight) / impactScale;
    const end = postings.offsets[alternative.term + 1] ?? 0;
    for (let at = postings.offsets[alternative.term] ?? 0; at < end; at++) {
      const article = postings.articles[at] ?? 0;
      const last = lastTerms[article];
      if (last === number) continue;
      if (last === 0) {
        if (!passes(article)) continue;
        found[after++] = article;
      }
      lastTerms[article] = number;
      scores[article] = (scores[article] ?? 0) + weight * (postings.impacts[at] ?? 0);
    }
  }
  return after;
}

/** Adds a term to the scores of the articles found so far. */
function scoreFound({ postings, scratch }: SearchData, term: QuestionTerm, found: Uint32Array, number: number): void {
  const { scores, lastTerms } = scratch;
  for (const alternative of term.alternatives) {
    const weight = (term.weight * alternative.weight) / impactScale;
    const add = (article: number, at: number): void => {
      lastTerms[article] = number;
      scores[article] = (scores[article] ?? 0) + weight * (postings.impacts[at] ?? 0);
    };
    if (found.length * lookUpCost < documentFrequency(postings, alternative.term)) {
      for (const article of found) {
        const at = lastTerms[article] === number ? -1 : findPosting(postings, alternative.term, article);
        if (at >= 0) add(article, at);
      }
      continue;
    }
    const end = postings.offsets[alternative.term + 1] ?? 0;
    for (let at = postings.offsets[alternative.term] ?? 0; at < end; at++) {
      const article = postings.articles[at] ?? 0;
      if (lastTerms[article] !== 0 && lastTerms[article] !== number) add(article, at);
    }
  }
}

/** What an article can get from a term at the most. */
function mostOf({ weight, alternatives }: QuestionTerm): number {
  return weight * Math.max(0, ...alternatives.map((alternative) => alternative.weight));
}

function isWorthAsking({ postings }: SearchData, { alternatives }: QuestionTerm, found: number): boolean {
  const held = alternatives.reduce((sum, { term }) => sum + documentFrequency(postings, term), 0);
  return held > manyNew * found;
}
