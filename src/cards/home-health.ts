import type { KnownBlock } from '@slack/types';
import { contextBlock, titleBlock } from './card-blocks.js';
import { escapeMrkdwn, type Mrkdwn, mrkdwnMoment } from './mrkdwn.js';
import type { Texts } from './texts/texts.js';

/** How the bot is, as far as a person can do something about it. */
export interface Health {
  /** Whether requests of Slack arrive. */
  connected: boolean;
  store: 'up' | 'away' | 'none';
  /** How many articles there are, and when they were last read, where that is known. */
  articles: number;
  refreshed: Date | null;
  /** Files of articles that have errors. */
  broken: number;
  /** Changed articles cannot be read at the moment. */
  stale: boolean;
}

/** What it answers from, and what does not work. */
export function healthBlocks({ home }: Texts, health: Health): (KnownBlock | null)[] {
  const { connected, store, broken, stale } = health;
  return [
    titleBlock(home.health),
    contextBlock([
      { mrkdwn: knowledge(home, health) },
      { plain: broken > 0 ? home.broken(broken) : '' },
      { plain: stale ? home.stale : '' },
      { plain: connected ? home.connected : home.notConnected },
      { plain: home.store[store] },
    ]),
  ];
}

function knowledge(home: Texts['home'], { articles, refreshed }: Health): Mrkdwn {
  const count = escapeMrkdwn(home.articles(articles));
  if (refreshed === null) return home.answersFrom(count);
  return home.answersFromRead(count, mrkdwnMoment(refreshed, home.moment));
}
