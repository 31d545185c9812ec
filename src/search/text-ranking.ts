import { impactScale } from './postings.js';
import type { QuestionTerms } from './question-terms.js';
import type { SearchData } from './search-data.js';

/** Word scores of all articles, and which articles have any. */
export interface TextScores {
  scores: Float32Array;
  matched: number[];
}

/**
 * BM25F over every posting of every term. An article takes the first alternative of a term that it has.
 * @param use gets the scores, which are gone afterwards: their memory is used by the next search
 */
export function withTextScores<Result>(
  { postings, scratch }: SearchData,
  question: QuestionTerms,
  use: (scores: TextScores) => Result,
): Result {
  const { scores, lastTerms } = scratch;
  const matched: number[] = [];
  for (const [number, term] of question.terms.entries()) {
    for (const alternative of term.alternatives) {
      const weight = (term.weight * alternative.weight) / impactScale;
      const end = postings.offsets[alternative.term + 1] ?? 0;
      for (let at = postings.offsets[alternative.term] ?? 0; at < end; at++) {
        const article = postings.articles[at] ?? 0;
        const last = lastTerms[article];
        if (last === number + 1) continue;
        if (last === 0) matched.push(article);
        lastTerms[article] = number + 1;
        scores[article] = (scores[article] ?? 0) + weight * (postings.impacts[at] ?? 0);
      }
    }
  }
  try {
    return use({ scores, matched });
  } finally {
    for (const article of matched) {
      scores[article] = 0;
      lastTerms[article] = 0;
    }
  }
}
