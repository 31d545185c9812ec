import type { CodeHit } from './code-ranking.js';
import { documentFrequency, impactScale } from './postings.js';
import type { QuestionTerm, QuestionTerms } from './question-terms.js';
import type { SearchData } from './search-data.js';
import { kthScore } from './top-ranked.js';

/** First scores of the articles that may be among the best: codes and single words. */
export interface FirstScores {
  /** By article. */
  scores: Float32Array;
  articles: number[];
}

/** Stands in `lastTerms` for an article that so far has a code only; no question has so many terms. */
const codeOnly = 0xffff;
/** It pays to ask whether new articles can still come among the best when a term has so many for each found so far. */
const manyNew = 0.5;

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
  const { scores, lastTerms } = data.scratch;
  const articles: number[] = [];
  for (const [article, { score }] of codes) {
    if (!passes(article)) continue;
    articles.push(article);
    scores[article] = score;
    lastTerms[article] = codeOnly;
  }
  const terms = question.terms.toSorted((a, b) => mostOf(b) - mostOf(a));
  let rest = terms.reduce((sum, term) => sum + mostOf(term), 0);
  let closed = false;
  for (const [number, term] of terms.entries()) {
    closed ||= isWorthAsking(data, term, articles.length) && rest <= kthScore(articles, scores, count);
    addTerm(data, term, number + 1, closed ? null : articles, passes);
    rest -= mostOf(term);
  }
  try {
    return use({ scores, articles });
  } finally {
    for (const article of articles) {
      scores[article] = 0;
      lastTerms[article] = 0;
    }
  }
}

/** Adds a term to the scores. @param found where articles go that had no score yet; null to pass over them */
function addTerm(
  { postings, scratch }: SearchData,
  term: QuestionTerm,
  number: number,
  found: number[] | null,
  passes: (article: number) => boolean,
): void {
  const { scores, lastTerms } = scratch;
  for (const alternative of term.alternatives) {
    const weight = (term.weight * alternative.weight) / impactScale;
    const end = postings.offsets[alternative.term + 1] ?? 0;
    for (let at = postings.offsets[alternative.term] ?? 0; at < end; at++) {
      const article = postings.articles[at] ?? 0;
      const last = lastTerms[article];
      if (last === number) continue;
      if (last === 0) {
        if (found === null || !passes(article)) continue;
        found.push(article);
      }
      lastTerms[article] = number;
      scores[article] = (scores[article] ?? 0) + weight * (postings.impacts[at] ?? 0);
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
