import { noticeCard } from '../../cards/notice-card.js';
import type { Card } from '../../cards/types.js';
import { guarded } from '../failure.js';
import { busyCard, TooBusy } from '../load/too-busy.js';
import { cannotPostThere, type Poster, postCard, ThreadIsGone } from '../reply.js';
import type { Services } from '../services.js';
import type { IncomingMessage } from './from-person.js';

/** A message, and how it is answered. */
export interface AnsweredMessage {
  poster: Poster;
  message: IncomingMessage;
  /** Puts a card where it belongs. */
  post: (card: Card) => Promise<void>;
}

/**
 * Posts the card for a message event. Where the bot may not write any more, removed from the channel or the channel archived
 * meanwhile, whoever asked gets it directly. When the message itself was deleted, nobody asks any more, and only the log
 * says so.
 * @param listener the listener's name, for the log
 */
export async function answerEvent(
  listener: string,
  services: Pick<Services, 'log' | 'texts' | 'busyNotices'>,
  { poster, message, post }: AnsweredMessage,
  makeCard: () => Promise<Card>,
): Promise<void> {
  await guarded(listener, services, post, async () => {
    const card = await makeCard();
    try {
      await post(card);
    } catch (error) {
      if (error instanceof TooBusy) return services.busyNotices.tell(poster, message, busyCard(services.texts, error));
      if (!cannotPostThere(error)) throw error;
      services.log.warn({ err: error, listener }, 'there is no place left for the answer');
      const { user } = message;
      if (error instanceof ThreadIsGone || user === undefined) return;
      await postCard(poster, { channel: user }, card);
      await postCard(poster, { channel: user }, noticeCard(services.texts.notices.answerIsHere));
    }
  });
}
