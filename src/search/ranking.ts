import { type CodeHit, scoreCodes } from './code-ranking.js';
import { questionContext, scoresInContext } from './context-ranking.js';
import { type QuestionTerms, readQuestion } from './question-terms.js';
import type { SearchData } from './search-data.js';
import { withTextScores } from './text-ranking.js';
import { topRanked } from './top-ranked.js';
import type { SearchQuery } from './types.js';

/** An article on its way into the results. */
export interface Ranked {
  article: number;
  score: number;
  /** The part of the score that single words brought. */
  words: number;
  code: CodeHit | null;
}

export interface Ranking {
  question: QuestionTerms;
  /** Best first, at least as many as asked for when there are. */
  ranked: Ranked[];
  /** How many articles matched at all. */
  total: number;
}

/** Articles whose neighbouring words are looked at: what is not among them by words alone is no candidate. */
const candidateCount = 200;
/** So many of the best are ranked exactly, however few are asked for: confidence compares neighbours. */
const leastInContext = 10;

/** Ranks the articles for a question: codes and words for all of them, phrases and titles for the best. */
export function rankArticles(data: SearchData, query: SearchQuery): Ranking {
  const question = readQuestion(data, query.text);
  const codes = scoreCodes(data, query.codes);
  return withTextScores(data, question, ({ scores, matched: withWords }) => {
    const matched = withWords.filter((article) => data.passes(query.filters, article));
    for (const article of codes.keys()) {
      if (scores[article] === 0 && data.passes(query.filters, article)) matched.push(article);
    }
    const firstScore = (article: number): number => (scores[article] ?? 0) + (codes.get(article)?.score ?? 0);
    const candidates = topRanked(matched, firstScore, Math.max(candidateCount, query.limit));
    const context = questionContext(data, question);
    const finals = scoresInContext(data, context, candidates, firstScore, Math.max(query.limit, leastInContext));
    const ranked = candidates.map((article, place) => ({
      article,
      score: finals[place] ?? firstScore(article),
      words: scores[article] ?? 0,
      code: codes.get(article) ?? null,
    }));
    ranked.sort((a, b) => b.score - a.score || a.article - b.article);
    return { question, ranked, total: matched.length };
  });
}
