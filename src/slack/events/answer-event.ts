import type { Card } from '../../cards/types.js';
import { guarded } from '../failure.js';
import { cannotPostThere } from '../reply.js';
import type { Services } from '../services.js';

/**
 * Posts the card for a message event. When its conversation or thread is gone, as after the message was deleted, there
 * is nobody left to tell, and only the log says so.
 * @param listener the listener's name, for the log
 * @param post puts a card where it belongs
 */
export async function answerEvent(
  listener: string,
  services: Pick<Services, 'log' | 'texts'>,
  post: (card: Card) => Promise<void>,
  makeCard: () => Promise<Card>,
): Promise<void> {
  await guarded(listener, services, post, async () => {
    try {
      await post(await makeCard());
    } catch (error) {
      if (!cannotPostThere(error)) throw error;
      services.log.warn({ err: error, listener }, 'there is no place left for the answer');
    }
  });
}
