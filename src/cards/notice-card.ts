import { mrkdwnSection } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { slackLimits } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import { isVisible } from './safe-text.js';
import type { Card } from './types.js';

/** A short notice in plain words; nothing in `text` is read as markup. */
export function noticeCard(text: string): Card {
  const words = isVisible(text) ? text : '…';
  return { text: notification(words), blocks: [mrkdwnSection(escapeWithin(words, slackLimits.section))] };
}
