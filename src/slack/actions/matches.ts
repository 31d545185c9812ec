import { type AnswerCardOptions, answerCard } from '../../cards/answer-card.js';
import { articleCard } from '../../cards/article.js';
import { matchesCard } from '../../cards/matches-card.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import type { Card } from '../../cards/types.js';
import type { Lookup } from '../../lookup/types.js';
import { ask } from '../ask.js';
import { removePrivate, replacePrivate, respondInChannel } from '../reply.js';
import type { Services } from '../services.js';
import { answersPrivately, type Click, followUp, tellPrivately } from './click.js';

/**
 * "Other matches": the list goes to the person who asks for it. Previous and Next, which stand on the list itself and
 * so name no article, turn its page.
 */
export async function others({ lookup }: Services, click: Click): Promise<void> {
  const { question, rank = 1, thread } = click.state;
  const card = matchesCard(click.texts, ask(lookup, question), {
    from: rank,
    ...(thread === undefined ? {} : { thread }),
  });
  const turnsPage = click.isPrivate && click.state.article === undefined;
  if (turnsPage && click.privateThread === undefined) return replacePrivate(click.respond, card);
  // In a thread the replacement of a private message would land in the channel.
  if (turnsPage) await removePrivate(click.respond);
  await tellPrivately(click, card);
}

/** One of the listed matches, or a suggestion, as a card. */
export async function show({ lookup }: Services, click: Click): Promise<void> {
  await followUp(click, cardFor(lookup, click, { private: answersPrivately(click) }));
}

/** "Next match", after "Did not help": as private as the button, with the offer to share it. */
export async function next({ lookup }: Services, click: Click): Promise<void> {
  const { question, rank = 0, thread } = click.state;
  const answer = ask(lookup, question);
  const options = { rank: rank + 1, private: answersPrivately(click), ...(thread === undefined ? {} : { thread }) };
  const isLast = answer.matches[rank + 1] === undefined;
  await followUp(click, isLast ? noticeCard(click.texts.notices.lastMatch) : answerCard(click.texts, answer, options));
}

/** "Share to channel": the private card again, for everybody, and the private one goes away. */
export async function share({ lookup }: Services, click: Click): Promise<void> {
  const card = cardFor(lookup, click, { sharedBy: click.user });
  await respondInChannel(click.respond, card, click.place?.threadTs, click.settings.unfurl);
  await removePrivate(click.respond);
}

/**
 * The card that a button stands for, made anew: the article as a match of the question, because then it says why
 * it matched; alone when it no longer is one; the question's own answer when the button names no article.
 */
function cardFor(lookup: Lookup, { state, texts }: Click, who: Pick<AnswerCardOptions, 'private' | 'sharedBy'>): Card {
  const answer = ask(lookup, state.question);
  const options = { ...who, ...(state.thread === undefined ? {} : { thread: state.thread }) };
  if (state.article === undefined) {
    return answer.outcome === 'none' ? noMatchCard(texts, answer, options) : answerCard(texts, answer, options);
  }
  const rank = answer.matches.findIndex((match) => match.article.id === state.article);
  if (rank >= 0) return answerCard(texts, answer, { rank, ...options });
  const article = lookup.article(state.article);
  if (article === null) return noticeCard(texts.notices.articleIsGone(state.article));
  return articleCard(texts, article, state, who);
}
