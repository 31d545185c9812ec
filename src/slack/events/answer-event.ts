import type { Card } from '../../cards/types.js';
import { guarded } from '../failure.js';
import { cannotPostThere, type Poster } from '../reply.js';
import type { Services } from '../services.js';
import { busyCard, TooBusy } from '../too-busy.js';
import type { IncomingMessage } from './from-person.js';

/** A message, and how it is answered. */
export interface AnsweredMessage {
  poster: Poster;
  message: IncomingMessage;
  /** Puts a card where it belongs. */
  post: (card: Card) => Promise<void>;
}

/**
 * Posts the card for a message event. When its conversation or thread is gone, as after the message was deleted, there
 * is nobody left to tell, and only the log says so.
 * @param listener the listener's name, for the log
 */
export async function answerEvent(
  listener: string,
  services: Pick<Services, 'log' | 'texts' | 'busyNotices'>,
  { poster, message, post }: AnsweredMessage,
  makeCard: () => Promise<Card>,
): Promise<void> {
  await guarded(listener, services, post, async () => {
    try {
      await post(await makeCard());
    } catch (error) {
      if (error instanceof TooBusy) return services.busyNotices.tell(poster, message, busyCard(services.texts, error));
      if (!cannotPostThere(error)) throw error;
      services.log.warn({ err: error, listener }, 'there is no place left for the answer');
    }
  });
}
