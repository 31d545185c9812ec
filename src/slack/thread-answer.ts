import { type AnswerCardOptions, answerCard } from '../cards/answer-card.js';
import { helpCard } from '../cards/help-card.js';
import { noMatchCard } from '../cards/no-match-card.js';
import type { Card } from '../cards/types.js';
import { type Asked, askAndRecord } from './ask.js';
import { noteAnswered } from './settings/code-pauses.js';
import type { Here } from './settings/here.js';

/**
 * The card for a question asked in a conversation: a thread shows weak answers too, and the card says that they
 * are weak. No question, or the word help, gives the help card.
 * @param bot the bot's own user id, so that help can name it as people mention it
 * @param manner whether only one person sees the card, and the thread that it then belongs to
 */
export function threadAnswer(
  services: Here,
  question: string,
  asked: Asked,
  bot: string | undefined,
  manner: Pick<AnswerCardOptions, 'private' | 'thread'> = {},
): Card {
  const { texts } = services;
  if (isHelp(question)) return helpCard(texts, { command: '/kb', bot });
  const answer = askAndRecord(services, question, asked);
  noteAnswered(services, asked, answer);
  if (answer.outcome === 'none') return noMatchCard(texts, answer, manner);
  const isAlone = asked.surface === 'direct' || manner.private === true;
  const reader = { now: Date.now(), ...(isAlone ? { user: asked.user } : {}) };
  return answerCard(texts, answer, { ...manner, reader });
}

/** Whether a question asks what can be asked: empty, or the word help, also in German. */
export function isHelp(question: string): boolean {
  return question === '' || /^(?:help|hilfe)\W*$/i.test(question);
}
