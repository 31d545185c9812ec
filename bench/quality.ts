import type { Answer } from '../src/lookup/types.js';
import type { EvalQuestion } from './question-sets.js';

/** How one question went. */
export interface Run {
  question: EvalQuestion;
  answer: Answer;
  /** Rank of the first right article, 1 for the best; null when it is not among the results. */
  rank: number | null;
  milliseconds: number;
}

/** Quality of a set or of one kind of question. */
export interface Quality {
  questions: number;
  mrr10: number;
  recall1: number;
  recall3: number;
  recall10: number;
}

export function rankOf(question: EvalQuestion, answer: Answer): number | null {
  const place = answer.matches.findIndex(({ article }) => question.right.includes(article.id));
  return place < 0 ? null : place + 1;
}

export function quality(runs: readonly Run[]): Quality {
  const recall = (limit: number): number => share(runs, ({ rank }) => rank !== null && rank <= limit);
  const reciprocal = runs.map(({ rank }) => (rank === null || rank > 10 ? 0 : 1 / rank));
  return {
    questions: runs.length,
    mrr10: runs.length === 0 ? 0 : reciprocal.reduce((sum, value) => sum + value, 0) / runs.length,
    recall1: recall(1),
    recall3: recall(3),
    recall10: recall(10),
  };
}

/** What the outcomes are worth, over all sets. */
export interface OutcomeQuality {
  /** Of the questions with outcome `answer`: how many have a right article first. */
  answerPrecision: number;
  /** Of the answerable questions: how many get the outcome `answer`. */
  answerCoverage: number;
  /** Of the answerable questions whose right article is first: how many are shown (answer or weak). */
  shownWhenRight: number;
  /** Of the questions that nothing answers: how many get the outcome `none`. */
  noneWhenUnanswerable: number;
}

export function outcomeQuality(runs: readonly Run[]): OutcomeQuality {
  const answerable = runs.filter(({ question }) => question.right.length > 0);
  const answered = runs.filter(({ answer }) => answer.outcome === 'answer');
  const right = answerable.filter(({ rank }) => rank === 1);
  const unanswerable = runs.filter(({ question }) => question.right.length === 0);
  return {
    answerPrecision: share(answered, ({ rank }) => rank === 1),
    answerCoverage: share(answerable, ({ answer }) => answer.outcome === 'answer'),
    shownWhenRight: share(right, ({ answer }) => answer.outcome !== 'none'),
    noneWhenUnanswerable: share(unanswerable, ({ answer }) => answer.outcome === 'none'),
  };
}

/** Nearest-rank percentile of the times, in milliseconds. */
export function percentile(runs: readonly Run[], percent: number): number {
  const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return times[Math.max(0, Math.ceil((times.length * percent) / 100) - 1)] ?? 0;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
