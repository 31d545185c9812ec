import { mrkdwnSection } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { budget } from './limits.js';
import { escapeWithin, mrkdwn } from './mrkdwn.js';
import type { Card } from './types.js';

/** Something failed on our side. The same `reference` stands in the log. */
export function errorCard(reference: string): Card {
  return {
    text: notification(`Something went wrong on our side. Try again; if it stays, report reference ${reference}.`),
    blocks: [
      mrkdwnSection(
        mrkdwn`Something went wrong on our side. Try again; if it stays, report reference \`${escapeWithin(reference, budget.question)}\`.`,
      ),
    ],
  };
}
