import type { Article } from '../article/types.js';
import type { CodeIndex } from './code-index.js';
import { type CodeHit, scoreCodes } from './code-ranking.js';
import { type QuestionTerms, readQuestion } from './question-terms.js';
import type { TextIndex } from './text-index.js';
import { contextScore, questionPairs, scoreText } from './text-ranking.js';
import { topRanked } from './top-ranked.js';
import type { SearchFilters, SearchQuery } from './types.js';

/** What a search reads; built once. Articles go by number in all of it. */
export interface SearchData {
  articles: readonly Article[];
  text: TextIndex;
  codes: CodeIndex;
  passes: (filters: SearchFilters, article: number) => boolean;
}

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
const candidateCount = 60;

/** Ranks the articles for a question: codes and words for all of them, phrases and titles for the best. */
export function rankArticles(data: SearchData, query: SearchQuery): Ranking {
  const question = readQuestion(data.text, query.text);
  const words = scoreText(data.text, question);
  const codes = scoreCodes(data.codes, query.codes, data.articles.length);
  const matched = words.matched.filter((article) => data.passes(query.filters, article));
  for (const article of codes.keys()) {
    if (words.scores[article] === 0 && data.passes(query.filters, article)) matched.push(article);
  }
  const firstScore = (article: number): number => (words.scores[article] ?? 0) + (codes.get(article)?.score ?? 0);
  const candidates = topRanked(matched, firstScore, Math.max(candidateCount, query.limit));
  const pairs = questionPairs(data.text, question);
  const ranked = candidates.map((article) => ({
    article,
    score: firstScore(article) + contextScore(data.text, question, pairs, article),
    words: words.scores[article] ?? 0,
    code: codes.get(article) ?? null,
  }));
  ranked.sort((a, b) => b.score - a.score || a.article - b.article);
  return { question, ranked, total: matched.length };
}
