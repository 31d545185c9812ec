import { type CodeHit, distinctCodes, scoreCodes } from './code-ranking.js';
import { questionContext, scoresInContext } from './context-ranking.js';
import { type QuestionTerms, readQuestion } from './question-terms.js';
import type { SearchData } from './search-data.js';
import { withFirstScores } from './text-ranking.js';
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
  /** How many different codes the question has. */
  codes: number;
  /** Best first, at least as many as asked for when there are. */
  ranked: Ranked[];
}

/** Articles whose neighbouring words are looked at: what is not among them by words alone is no candidate. */
const candidateCount = 200;
/** So many of the best are ranked exactly, however few are asked for: confidence compares neighbours. */
const leastInContext = 10;

/** Ranks the articles for a question: codes and words for all of them, phrases and titles for the best. */
export function rankArticles(data: SearchData, query: SearchQuery): Ranking {
  return rankFor(data, readQuestion(data, query.text), query);
}

/** As `rankArticles`, for a question that is read already. */
export function rankFor(data: SearchData, question: QuestionTerms, query: SearchQuery): Ranking {
  const codes = scoreCodes(data, query.codes);
  const count = Math.max(candidateCount, query.limit);
  return withFirstScores(data, question, codes, data.passing(query.filters), count, ({ scores, articles }) => {
    const candidates = topRanked(articles, scores, count, data.scratch.values);
    const context = questionContext(data, question, saysMoreThanCodes(query));
    const finals = scoresInContext(data, context, candidates, scores, Math.max(query.limit, leastInContext));
    const ranked = candidates.map((article, place) => {
      const first = scores[article] ?? 0;
      const code = codes.get(article) ?? null;
      return { article, score: finals[place] ?? first, words: first - (code?.score ?? 0), code };
    });
    ranked.sort((a, b) => b.score - a.score || a.article - b.article);
    return { question, codes: distinctCodes(query.codes).length, ranked };
  });
}

function saysMoreThanCodes({ text, codes }: SearchQuery): boolean {
  const rest = codes.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return /[\p{L}\p{N}]/u.test(rest);
}
