import { type AnswerCardOptions, answerCard } from '../../cards/answer-card.js';
import { articleCard } from '../../cards/article.js';
import { experienceText } from '../../cards/experience-text.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import type { Belonging, Card } from '../../cards/types.js';
import { askAgain, experienceIn } from '../ask.js';
import type { Services } from '../services.js';
import { type Click, readerOf } from './click.js';

/**
 * The card that a button stands for, made anew: the article as a match of the question, because then it says why
 * it matched; alone when it no longer is one; the question's own answer when the button names no article. Null when the
 * knowledge base no longer has the article.
 */
export function cardAgain(
  services: Services,
  click: Click,
  who: Pick<AnswerCardOptions, 'private' | 'sharedBy' | keyof Belonging>,
): Card | null {
  const { state, texts, team } = click;
  const answer = askAgain(services, team, state);
  const options = { ...who, reader: readerOf(click, who.private ?? false) };
  if (state.article === undefined) {
    return answer.outcome === 'none' ? noMatchCard(texts, answer, options) : answerCard(texts, answer, options);
  }
  const rank = answer.matches.findIndex(({ id }) => id === state.article);
  if (rank >= 0) return answerCard(texts, answer, { rank, ...options });
  const article = services.lookup.article(state.article);
  if (article === null) return null;
  const experience = experienceText(texts, experienceIn(services, team)(article.id), options.reader);
  const notes = services.notes?.of(team)?.about(article.id) ?? null;
  return articleCard(texts, article, state, { ...who, experience, notes });
}
