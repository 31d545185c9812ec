import type { Answer } from '../lookup/types.js';
import { cardOf } from './card-of-article.js';
import { experienceText, placeText, type Reader } from './experience-text.js';
import { noMatchCard } from './no-match-card.js';
import { belongingOf, stateQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Belonging, Card } from './types.js';

export interface AnswerCardOptions extends Belonging {
  /** Which match to show, 0 = best. */
  rank?: number;
  /** Slack id of the person who shared a private answer; the card names them. */
  sharedBy?: string;
  /** Only one person sees the card, so it offers to share it. */
  private?: boolean;
  /** Who reads it, so that the card says what the team says of the article; without, it does not. */
  reader?: Reader;
}

/**
 * A match of an answer as a card: what the code means, cause, resolution, source, why it matched, and buttons. An
 * answer that is not sure says so at the top. A rank that the answer does not have gives the "no good match" card.
 */
export function answerCard(texts: Texts, answer: Answer, options: AnswerCardOptions = {}): Card {
  const rank = options.rank ?? 0;
  const match = answer.matches[rank];
  const belonging = belongingOf(options);
  if (match === undefined) return noMatchCard(texts, answer, belonging);
  const sharer = options.sharedBy === undefined ? {} : { sharedBy: options.sharedBy };
  return cardOf(texts, {
    article: match.article,
    state: { article: match.article.id, question: stateQuestion(answer.question), rank, ...belonging, ...sharer },
    codes: answer.question.codes,
    unsure: answer.outcome !== 'answer',
    also: match.also,
    why: placeText(texts, match),
    experience: options.reader === undefined ? '' : experienceText(texts, match.experience, options.reader),
    others: answer.matches.length - 1,
    notes: match.notes,
    private: options.private ?? false,
    sharedBy: options.sharedBy ?? null,
  });
}
