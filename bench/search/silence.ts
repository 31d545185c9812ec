import type { Run } from '../quality.js';
import type { EvalQuestion } from '../question-sets.js';

/** A run with how likely its question has to do with the articles at all, 0 to 1. */
export interface RelatedRun extends Run {
  relatedness: number;
}

/** What one setting of the least relatedness is worth: under it the answer is "no good match". */
export interface Silence {
  leastRelatedness: number;
  /** Of the answerable questions whose right article is first: how many are still answered. */
  answered: number;
  right: number;
  /** Of the questions that nothing answers: how many get "no good match". */
  silent: number;
  unanswerable: number;
  /** The questions that get an answer although nothing answers them. */
  wrong: EvalQuestion[];
}

export function silenceAt(runs: readonly RelatedRun[], leastRelatedness: number): Silence {
  const right = runs.filter(({ rank }) => rank === 1);
  const unanswerable = runs.filter(({ question }) => question.right.length === 0);
  const isAnswered = ({ relatedness, answer }: RelatedRun): boolean =>
    answer.matches.length > 0 && relatedness >= leastRelatedness;
  return {
    leastRelatedness,
    answered: right.filter(isAnswered).length,
    right: right.length,
    silent: unanswerable.filter((run) => !isAnswered(run)).length,
    unanswerable: unanswerable.length,
    wrong: unanswerable.filter(isAnswered).map(({ question }) => question),
  };
}

/** The strictest setting at which a share of the right first articles is still shown. */
export function strictestSilence(runs: readonly RelatedRun[], leastAnswered: number): Silence {
  const right = runs.filter(({ rank }) => rank === 1).map(({ relatedness }) => relatedness);
  const descending = right.sort((a, b) => b - a);
  return silenceAt(runs, descending[Math.ceil(descending.length * leastAnswered) - 1] ?? 0);
}
