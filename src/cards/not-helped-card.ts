import { button, buttonRow, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

/** What to do when a card did not help. `hasNext`: the question has a match after `state.rank`. */
export function notHelpedCard({ buttons, followUp }: Texts, state: CardState, { hasNext }: { hasNext: boolean }): Card {
  return {
    text: notification(followUp.notHelpedWords),
    blocks: present([
      mrkdwnSection(followUp.notHelped),
      buttonRow([
        hasNext ? button(buttons.nextMatch, 'next', state) : null,
        button(buttons.searchAgain, 'search-again', state),
        button(buttons.askPerson, 'ask-person', state),
      ]),
    ]),
  };
}
