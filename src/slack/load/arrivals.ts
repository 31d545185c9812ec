import { setImmediate as turn } from 'node:timers/promises';

/**
 * How long something has waited outside of this process, as far as that can be known. An event loop that is behind finds many
 * things at once, and takes in one connection a turn: the last of a burst may have stood before the door for a second.
 */
export interface Arrivals {
  /**
   * Something has come: a connection, a request.
   * @returns since when it may have waited, on the clock of `performance.now()`: since the first of all that came without a
   * turn of the event loop between them that brought nothing
   */
  note(): number;
  /** Resolves when such a turn has passed, after so many milliseconds at the latest. */
  pause(mostMs: number): Promise<void>;
}

export function createArrivals(now: () => number = () => performance.now()): Arrivals {
  let noted = 0;
  let since: number | null = null;

  async function untilQuiet(mostMs: number): Promise<void> {
    const began = now();
    // The first look may come in the middle of a turn.
    let seen = -1;
    for (let quiet = 0; quiet < 2 && now() - began < mostMs; quiet = noted === seen ? quiet + 1 : 0) {
      seen = noted;
      await turn();
    }
  }

  return {
    note() {
      noted += 1;
      if (since === null) {
        since = now();
        void untilQuiet(Number.POSITIVE_INFINITY).then(() => {
          since = null;
        });
      }
      return since;
    },
    pause: untilQuiet,
  };
}
