import { mrkdwnSection } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import type { Texts } from './texts/texts.js';
import type { Card } from './types.js';

/** Something failed on our side. The same `reference` stands in the log. */
export function errorCard({ notices }: Texts, reference: string): Card {
  return {
    text: notification(notices.errorWords(reference)),
    blocks: [mrkdwnSection(notices.error(escapeWithin(reference, budget.question)))],
  };
}
