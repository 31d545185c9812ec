import { answerCard } from '../../src/cards/answer-card.js';
import { matchesCard } from '../../src/cards/matches-card.js';
import { noMatchCard } from '../../src/cards/no-match-card.js';
import { plainText } from '../../src/cards/plain-text.js';
import { searchModal } from '../../src/cards/search-modal.js';
import { stateQuestion } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import { findCodes } from '../../src/codes/find-codes.js';
import type { Answer, Lookup } from '../../src/lookup/types.js';
import { messageText } from '../../src/slack/message-text.js';
import { redact } from '../../src/store/redact.js';

/** What is done with a question on its way, a step each. */
export const steps = ['read', 'codes', 'lookup', 'cards', 'redact'] as const;
export type Step = (typeof steps)[number];

/** Takes a question all the way; gives the milliseconds of each step. */
export function takeAllSteps(lookup: Lookup, typed: string): Record<Step, number> {
  const took = {} as Record<Step, number>;
  const timed = <T>(step: Step, work: () => T): T => {
    const began = performance.now();
    const result = work();
    took[step] = performance.now() - began;
    return result;
  };
  const text = timed('read', () => messageText({ text: typed }));
  timed('codes', () => findCodes(typed));
  const answer = timed('lookup', () => lookup.ask(text, { limit: 20 }));
  timed('cards', () => allCards(answer));
  timed('redact', () => redact(text));
  return took;
}

function allCards(answer: Answer): unknown[] {
  const question = stateQuestion(answer.question);
  return [
    answerCard(english, answer, { private: true }),
    noMatchCard(english, answer),
    matchesCard(english, answer, { from: 0 }),
    plainText(answer, { width: 80, colour: false }),
    searchModal(english, { question }),
  ];
}
