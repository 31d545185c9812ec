import { errorCard } from '../cards/error-card.js';
import type { Card } from '../cards/types.js';
import { currentReference, newReference, withReference } from '../log.js';
import { busyCard, TooBusy } from './load/too-busy.js';
import type { Services } from './services.js';

/** A person waits for an answer, and does not know that there is none. */
export class Untold extends Error {}

/**
 * Does a listener's work. When it fails, the log gets the error with the request's reference, and the person a card with
 * the same reference, or one that says when to ask again.
 * @param listener the listener's name, for the log
 * @param tell sends a card to the person who is waiting
 * @throws Untold when that fails as well
 */
export async function guarded(
  listener: string,
  { log, texts }: Pick<Services, 'log' | 'texts'>,
  tell: (card: Card) => Promise<unknown>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reference = currentReference() ?? newReference();
    await withReference(reference, async () => {
      const isBusy = error instanceof TooBusy;
      if (isBusy) log.warn({ listener }, error.message);
      else log.error({ err: error, listener }, 'listener failed');
      await tell(isBusy ? busyCard(texts, error) : errorCard(texts, reference)).catch((again) => {
        log.error({ err: again, listener }, 'could not tell the person about the failure');
        throw new Untold(`${listener} failed, and so did telling the person`);
      });
    });
  }
}
