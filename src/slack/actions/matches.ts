import { answerCard } from '../../cards/answer-card.js';
import { articleCard } from '../../cards/article.js';
import { matchesCard } from '../../cards/matches-card.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Card, CardState } from '../../cards/types.js';
import type { Lookup } from '../../lookup/types.js';
import { ask } from '../ask.js';
import type { Services } from '../services.js';
import { type Click, followUp, tellPrivately } from './click.js';

/**
 * "Other matches": the list goes to the person who asks for it. Previous and Next, which stand on the list itself and
 * so name no article, turn its page.
 */
export async function others({ lookup }: Services, click: Click): Promise<void> {
  const card = matchesCard(ask(lookup, click.state.question), { from: click.state.rank ?? 1 });
  const turnsPage = click.isPrivate && click.state.article === undefined;
  await (turnsPage ? click.respond({ replace_original: true, ...card }) : tellPrivately(click, card));
}

/** One of the listed matches, or a suggestion, as a card. */
export async function show({ lookup }: Services, click: Click): Promise<void> {
  await followUp(click, cardFor(lookup, click.state, { private: click.isPrivate }));
}

/** "Next match", after "Did not help". */
export async function next({ lookup }: Services, click: Click): Promise<void> {
  const rank = (click.state.rank ?? 0) + 1;
  const answer = ask(lookup, click.state.question);
  const card =
    answer.matches[rank] === undefined ? noticeCard('That was the last match.') : answerCard(answer, { rank });
  await followUp(click, card);
}

/** "Share to channel": the private card again, for everybody, and the private one goes away. */
export async function share({ lookup }: Services, click: Click): Promise<void> {
  const card = cardFor(lookup, click.state, { sharedBy: click.user });
  await click.respond({ response_type: 'in_channel', replace_original: false, ...card });
  await click.respond({ delete_original: true });
}

/**
 * The card that a button stands for, made anew: the article as a match of the question, because then it says why
 * it matched; alone when it no longer is one; the question's own answer when the button names no article.
 */
function cardFor(lookup: Lookup, state: CardState, options: { private?: boolean; sharedBy?: string }): Card {
  const answer = ask(lookup, state.question);
  if (state.article === undefined) {
    return answer.outcome === 'none' ? noMatchCard(answer) : answerCard(answer, options);
  }
  const rank = answer.matches.findIndex((match) => match.article.id === state.article);
  if (rank >= 0) return answerCard(answer, { rank, ...options });
  const article = lookup.article(state.article);
  if (article === null) return noticeCard(`Article ${state.article} is no longer in the knowledge base.`);
  return articleCard(article, state);
}
