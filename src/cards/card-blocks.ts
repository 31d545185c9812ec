import type { ActionsBlock, Button, ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { actionId, type Verb } from './ids.js';
import { budget, slackLimits } from './limits.js';
import type { Mrkdwn } from './mrkdwn.js';
import { boldElement, richText } from './pieces.js';
import { shorten } from './shorten.js';
import { packState } from './state.js';
import type { Texts } from './texts/texts.js';
import type { CardState } from './types.js';

/** Small print: literal texts, and mrkdwn where a link or mention is wanted. Empty texts are left out. */
export type SmallPrint = { plain: string } | { mrkdwn: Mrkdwn };

/** A title: a header, or bold text when it is longer than Slack allows a header to be. */
export function titleBlock(title: string): KnownBlock {
  if (title.length > slackLimits.header) {
    return richText([{ type: 'paragraph', elements: [boldElement(shorten(title, budget.title))] }]);
  }
  const header: HeaderBlock = { type: 'header', text: { type: 'plain_text', text: title, emoji: false } };
  return header;
}

/** A section of trusted words, with room for escaped ones. */
export function mrkdwnSection(text: Mrkdwn): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** A context block of at most ten parts; null when nothing is left to say. */
export function contextBlock(parts: SmallPrint[]): ContextBlock | null {
  const elements = parts
    .filter((part) => ('plain' in part ? part.plain : part.mrkdwn) !== '')
    .slice(0, slackLimits.contextElements)
    .map((part) =>
      'plain' in part
        ? { type: 'plain_text' as const, text: part.plain, emoji: false }
        : { type: 'mrkdwn' as const, text: part.mrkdwn, verbatim: true },
    );
  return elements.length === 0 ? null : { type: 'context', elements };
}

/** A button that carries a card's state. `nth` tells apart the buttons of one verb in one block. */
export function button(label: string, verb: Verb, state: CardState, nth = 0): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: shorten(label, slackLimits.buttonLabel), emoji: false },
    action_id: actionId(verb, nth),
    value: packState(state),
  };
}

/** The two buttons that say whether an article helped. */
export function feedbackButtons({ buttons }: Texts, state: CardState): Button[] {
  return [button(buttons.fixed, 'fixed', state), button(buttons.notHelped, 'not-helped', state)];
}

/** The buttons that show the team's notes about an article and add one; none where no notes are kept. */
export function noteButtons({ notes: texts }: Texts, state: CardState, notes: readonly unknown[] | null): Button[] {
  if (notes === null) return [];
  const all = notes.length === 0 ? [] : [button(texts.all(notes.length), 'notes', state)];
  return [...all, button(texts.add, 'add-note', state)];
}

/** A row of buttons; null when there is none. */
export function buttonRow(buttons: (Button | null)[]): ActionsBlock | null {
  const elements = buttons.filter((one) => one !== null);
  return elements.length === 0 ? null : { type: 'actions', elements };
}

/** The blocks that are there. */
export function present(blocks: (KnownBlock | null)[]): KnownBlock[] {
  return blocks.filter((block) => block !== null);
}
