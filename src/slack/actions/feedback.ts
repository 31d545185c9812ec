import { askPersonCard } from '../../cards/ask-person-card.js';
import { fixedCard } from '../../cards/fixed-card.js';
import { notHelpedCard } from '../../cards/not-helped-card.js';
import { noticeCard } from '../../cards/notice-card.js';
import { searchModal } from '../../cards/search-modal.js';
import { askAgain } from '../ask.js';
import type { Services } from '../services.js';
import { type Click, openWindow, tellEverybody, tellPrivately } from './click.js';
import { keepVote, showVote } from './vote.js';

/**
 * "This fixed it": counted, and said in the thread, so that the channel knows; privately where there is no thread. Said a
 * second time it is no news.
 */
export async function fixed(services: Services, click: Click): Promise<void> {
  const vote = await keepVote(services, click, 'fixed');
  const card = fixedCard(click.texts, { user: click.user, state: click.state });
  if (vote.before === 'fixed') await tellPrivately(click, noticeCard(click.texts.feedback.saidAlready));
  else await (click.place?.threadTs === undefined ? tellPrivately(click, card) : tellEverybody(click, card));
  await showVote(services, click, vote);
}

/** "Did not help": counted; and what to do next, for the person who pressed. */
export async function notHelped(services: Services, click: Click): Promise<void> {
  const { state, team, texts } = click;
  const vote = await keepVote(services, click, 'not-helped');
  const hasNext = askAgain(services, team, state).matches.length > (state.rank ?? 0) + 1;
  await tellPrivately(click, notHelpedCard(texts, state, { hasNext, changed: vote.before === 'fixed' }));
  await showVote(services, click, vote);
}

/** "Search again": the search window with the question in it; the answer comes to the card's thread, if it has one. */
export async function searchAgain(_: Services, click: Click): Promise<void> {
  const { channel, threadTs } = click.place ?? {};
  const place = channel === undefined || threadTs === undefined ? {} : { place: { channel, threadTs } };
  await openWindow(click, searchModal(click.texts, { question: click.state.question, ...place }));
}

/** "Ask a person": mentions the group from the settings where everybody reads it, with the question. */
export async function askPerson({ group }: Services, click: Click): Promise<void> {
  const card = askPersonCard(click.texts, { group, user: click.user, state: click.state });
  await (group === null ? tellPrivately(click, card) : tellEverybody(click, card));
}
