import type { Article } from '../../src/article/types.js';
import { findCodes } from '../../src/codes/find-codes.js';
import type { EvalQuestion } from '../question-sets.js';
import { pastedMessages } from './pasted-messages.js';
import { seededRandom, shuffled } from './seeded-random.js';

/** Kinds of question whose times are told apart. */
export const speedKinds = ['code', 'word', 'pasted', 'no-answer'] as const;
export type SpeedKind = (typeof speedKinds)[number];

const seed = 4015;
const mostCodes = 200;
const mostPasted = 100;

/** What every engine is asked, shuffled, the same in every run: the question sets, codes, and pasted messages. */
export function benchQuestions(articles: readonly Article[], sets: readonly EvalQuestion[]): EvalQuestion[] {
  const random = seededRandom(seed);
  const codes = shuffled(random, codesOfTitles(articles)).slice(0, mostCodes);
  const pasted = pastedMessages(articles, mostPasted, random);
  return shuffled(random, [...sets, ...codes, ...pasted]);
}

export function speedKind({ set, right }: EvalQuestion): SpeedKind {
  if (right.length === 0) return 'no-answer';
  if (set === 'codes') return 'code';
  return set === 'pasted' ? 'pasted' : 'word';
}

/** The first questions of each kind, in order, as many as `most` allows of it. */
export function sampleOfEachKind(
  questions: readonly EvalQuestion[],
  most: (kind: SpeedKind) => number,
): EvalQuestion[] {
  const asked = new Map<SpeedKind, number>();
  return questions.filter((question) => {
    const kind = speedKind(question);
    asked.set(kind, (asked.get(kind) ?? 0) + 1);
    return (asked.get(kind) ?? 0) <= most(kind);
  });
}

/**
 * Each code that titles hold, as one of them writes it; every article with the code in its title is right. A number
 * that is a code in its title only (the 5 of `error 5`) is no question.
 */
function codesOfTitles(articles: readonly Article[]): EvalQuestion[] {
  const questions = new Map<string, EvalQuestion>();
  for (const { id, title } of articles) {
    for (const { kind, code, text } of findCodes(title)) {
      if (kind === 'kb' || findCodes(text)[0]?.code !== code) continue;
      const question = questions.get(code) ?? { set: 'codes', kind: 'codes', query: text, right: [] };
      if (!question.right.includes(id)) question.right.push(id);
      questions.set(code, question);
    }
  }
  return [...questions.values()];
}
