import type { KnownBlock, View } from '@slack/types';

/** A Slack message that is within every limit of `limits.ts`. */
export interface Card {
  /** The notification and screen-reader text: carries the answer, not a greeting. */
  text: string;
  blocks: KnownBlock[];
}

export type ModalView = View & { type: 'modal' };

/**
 * What a button has to know to act after a restart: it travels in the button's `value`, so no table is needed.
 * `cards/state.ts` packs it into at most 2,000 characters.
 */
export interface CardState {
  /** The article that the card shows; absent on cards that show none. */
  article?: string;
  /** The question that was asked, shortened when it is long (codes and first words are kept). */
  question: string;
  /** Rank of the article in the answer (0 = best), or first rank of a page of matches. */
  rank?: number;
  /** Page of a long article, 0-based; on the buttons of a card only where it is a part of the article. */
  page?: number;
  /**
   * Time stamp of the thread that the question belongs to. Private cards carry it, because Slack does not say which
   * card a private one came from.
   */
  thread?: string;
  /** The card was private, in no thread, and was shared to the channel: with the private one it is one answer. */
  sharedToChannel?: true;
  /** Slack's id of the person who shared the card, so that it can be made anew. */
  sharedBy?: string;
  /** The channel whose settings the button is about. */
  channel?: string;
  /** Id of the note that the button is about. */
  note?: string;
}

/** Where the question of a card belongs: what the cards that it leads to carry on. */
export type Belonging = Pick<CardState, 'thread' | 'sharedToChannel'>;
