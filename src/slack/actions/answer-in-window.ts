import { articleModal } from '../../cards/article.js';
import { searchModal } from '../../cards/search-modal.js';
import { askAndRecord } from '../ask.js';
import type { Services } from '../services.js';
import { type Click, openWindow } from './click.js';

/** A common code on the Home tab: the window of its best article, or the search window when there is none. */
export async function answerInWindow(services: Services, click: Click): Promise<void> {
  const { question } = click.state;
  const { outcome, matches } = askAndRecord(services, question, {
    surface: 'search',
    team: click.team,
    user: click.user,
  });
  const best = outcome === 'none' ? undefined : matches[0];
  const view =
    best === undefined
      ? searchModal(click.texts, { question, noMatch: true })
      : articleModal(click.texts, best.article, { article: best.id, question }, best.notes);
  await openWindow(click, view);
}
