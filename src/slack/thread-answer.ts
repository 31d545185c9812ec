import { answerCard } from '../cards/answer-card.js';
import { helpCard } from '../cards/help-card.js';
import { noMatchCard } from '../cards/no-match-card.js';
import type { Card } from '../cards/types.js';
import type { Lookup } from '../lookup/types.js';
import { ask } from './ask.js';

/**
 * The card for a question asked in a conversation: a thread shows weak answers too, and the card says that they
 * are weak. No question, or the word help, gives the help card.
 */
export function threadAnswer(lookup: Lookup, question: string): Card {
  if (question === '' || /^help$/i.test(question)) return helpCard({ command: '/kb' });
  const answer = ask(lookup, question);
  return answer.outcome === 'none' ? noMatchCard(answer) : answerCard(answer);
}
