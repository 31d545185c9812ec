import { askPersonCard } from '../../cards/ask-person-card.js';
import { fixedCard } from '../../cards/fixed-card.js';
import { notHelpedCard } from '../../cards/not-helped-card.js';
import { searchModal } from '../../cards/search-modal.js';
import { ask } from '../ask.js';
import type { Services } from '../services.js';
import { type Click, openWindow, tellEverybody, tellPrivately } from './click.js';

/** "This fixed it": said in the thread, so that the channel knows, and in the log; privately where there is no thread. */
export async function fixed({ log }: Services, click: Click): Promise<void> {
  log.info({ feedback: 'fixed', article: click.state.article, user: click.user }, 'feedback');
  const card = fixedCard(click.texts, { user: click.user, state: click.state });
  await (click.place?.threadTs === undefined ? tellPrivately(click, card) : tellEverybody(click, card));
}

/** "Did not help": what to do next, for the person who pressed. */
export async function notHelped({ log, lookup }: Services, click: Click): Promise<void> {
  log.info({ feedback: 'not-helped', article: click.state.article, user: click.user }, 'feedback');
  const rank = click.state.rank ?? 0;
  const hasNext = ask(lookup, click.state.question).matches.length > rank + 1;
  await tellPrivately(click, notHelpedCard(click.texts, click.state, { hasNext }));
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
