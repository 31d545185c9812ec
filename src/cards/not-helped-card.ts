import { button, buttonRow, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import { mrkdwn } from './mrkdwn.js';
import type { Card, CardState } from './types.js';

/** What to do when a card did not help. `hasNext`: the question has a match after `state.rank`. */
export function notHelpedCard(state: CardState, { hasNext }: { hasNext: boolean }): Card {
  return {
    text: notification('That article did not help. Choose what to do next.'),
    blocks: present([
      mrkdwnSection(mrkdwn`That one did not help. What next?`),
      buttonRow([
        hasNext ? button('Next match', 'next', state) : null,
        button('Search again', 'search-again', state),
        button('Ask a person', 'ask-person', state),
      ]),
    ]),
  };
}
