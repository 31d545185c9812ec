import type { Answer } from '../src/lookup/types.js';
import type { EvalQuestion } from './question-sets.js';

/** How one question ranked. */
export interface Ranked {
  question: EvalQuestion;
  /** Rank of the first right article, 1 for the best; null when it is not among the results. */
  rank: number | null;
}

/** How one question went, with the whole answer. */
export interface Run extends Ranked {
  answer: Answer;
}

/** Quality of a set or of one kind of question. */
export interface Quality {
  questions: number;
  mrr10: number;
  recall1: number;
  recall3: number;
  recall10: number;
}

/** The ids that an answer lists, as `substatus lookup --json` does: what says the same for another version follows. */
export function idsOf(answer: Answer): string[] {
  return answer.matches.flatMap(({ id, also }) => [id, ...also.map((other) => other.id)]).slice(0, 10);
}

export function rankOf(question: EvalQuestion, ids: readonly string[]): number | null {
  const place = ids.findIndex((id) => question.right.includes(id));
  return place < 0 ? null : place + 1;
}

export function quality(runs: readonly Ranked[]): Quality {
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

/** Quality by set, and as `set/kind` where a set has several kinds; what nothing answers is left out. */
export function groupQuality(runs: readonly Ranked[]): Record<string, Quality> {
  const groups = new Map<string, Ranked[]>();
  for (const run of runs) {
    const { set, kind, right } = run.question;
    if (right.length === 0) continue;
    for (const name of kind === set ? [set] : [set, `${set}/${kind}`]) {
      groups.set(name, [...(groups.get(name) ?? []), run]);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, group]) => [name, quality(group)]));
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

/** Nearest-rank percentile; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
