import { noticeCard } from './notice-card.js';
import type { Card } from './types.js';

/** The answer to a button that this version does not know. */
export function outdatedCard(): Card {
  return noticeCard('This card is from another version of the bot, and its button no longer works. Please ask again.');
}
