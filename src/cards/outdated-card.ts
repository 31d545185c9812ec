import { noticeCard } from './notice-card.js';
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

/** The answer to a button that this version does not know. */
export function outdatedCard({ notices }: Texts): Card {
  return noticeCard(notices.outdated);
}
