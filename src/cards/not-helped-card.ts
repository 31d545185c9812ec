import { button, buttonRow, contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { notification } from './fallback-text.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

/**
 * What to do when a card did not help.
 * @param about.hasNext whether the question has a match after `state.rank`
 * @param about.changed whether the person said before that it fixed it
 */
export function notHelpedCard(
  { buttons, feedback, followUp }: Texts,
  state: CardState,
  { hasNext, changed = false }: { hasNext: boolean; changed?: boolean },
): Card {
  return {
    text: notification(followUp.notHelpedWords),
    blocks: present([
      mrkdwnSection(followUp.notHelped),
      contextBlock([{ plain: changed ? feedback.changed : '' }]),
      buttonRow([
        hasNext ? button(buttons.nextMatch, 'next', state) : null,
        button(buttons.searchAgain, 'search-again', state),
        button(buttons.askPerson, 'ask-person', state),
      ]),
    ]),
  };
}
