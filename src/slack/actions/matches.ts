import { answerCard } from '../../cards/answer-card.js';
import { matchesCard } from '../../cards/matches-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import { belongingOf } from '../../cards/state.js';
import { askAgain } from '../ask.js';
import { removePrivate, replacePressed, respondInChannel } from '../reply.js';
import type { Services } from '../services.js';
import { cardAgain } from './card-again.js';
import { answersPrivately, type Click, followUp, readerOf, tellPrivately } from './click.js';

/**
 * "Other matches": the list goes to the person who asks for it. Previous and Next, which stand on the list itself and
 * so name no article, turn its page.
 */
export async function others(services: Services, click: Click): Promise<void> {
  const { rank = 1, article, question } = click.state;
  // The list of the best article's card begins behind it, wherever votes have moved it since.
  const own = article === undefined || rank !== 1 ? { question } : { question, article, rank: 0 };
  const answer = askAgain(services, click.team, own);
  const card = matchesCard(click.texts, answer, { from: rank, ...belongingOf(click.state) });
  const turnsPage = click.isPrivate && click.state.article === undefined;
  if (turnsPage && click.privateThread === undefined) return replacePressed(click.respond, card);
  // In a thread the replacement of a private message would land in the channel.
  if (turnsPage) await removePrivate(click.respond);
  await tellPrivately(click, card);
}

/** One of the listed matches, or a suggestion, as a card. */
export async function show(services: Services, click: Click): Promise<void> {
  const card = cardAgain(services, click, { private: answersPrivately(click), ...belongingOf(click.state) });
  await followUp(click, card ?? articleIsGone(click));
}

/** "Next match", after "Did not help": as private as the button, with the offer to share it. */
export async function next(services: Services, click: Click): Promise<void> {
  const { texts, state, team } = click;
  const isPrivate = answersPrivately(click);
  const answer = askAgain(services, team, state);
  const rank = (state.rank ?? 0) + 1;
  if (answer.matches[rank] === undefined) return void (await followUp(click, noticeCard(texts.notices.lastMatch)));
  const options = { rank, private: isPrivate, ...belongingOf(click.state), reader: readerOf(click, isPrivate) };
  await followUp(click, answerCard(texts, answer, options));
}

/** "Share to channel": the private card again, for everybody, and the private one goes away. */
export async function share(services: Services, click: Click): Promise<void> {
  const isInThread = click.place?.threadTs !== undefined;
  const where = isInThread ? belongingOf(click.state) : { sharedToChannel: true as const };
  const card = cardAgain(services, click, { sharedBy: click.user, ...where });
  await respondInChannel(click.respond, card ?? articleIsGone(click), click.place?.threadTs, click.settings.unfurl);
  await removePrivate(click.respond);
}

function articleIsGone({ state, texts }: Click) {
  return noticeCard(texts.notices.articleIsGone(state.article ?? ''));
}
