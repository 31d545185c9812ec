import type { Logger } from '../log.js';
import { within } from './within.js';

/** A store that failed is left alone for so long, so that not every answer waits for it. */
const restMs = 5_000;

/** What the log says once when the store goes away, and once when it is back. */
export interface Wordings {
  away: string;
  back: string;
}

/** The store, asked for what an answer can do without. */
export interface PatientStore {
  /** Whether it failed a moment ago, and is not asked at all. */
  readonly isResting: boolean;
  /** What the work gives; the other thing when it fails, is late, or the store rests. Never throws. */
  ask<T>(work: () => Promise<T>, otherwise: T): Promise<T>;
}

/** @param patienceMs so long an answer waits for the store */
export function patientStore(patienceMs: number, { away, back }: Wordings, log: Logger): PatientStore {
  let restsUntil = 0;
  let isAway = false;
  const isResting = () => Date.now() < restsUntil;
  return {
    get isResting() {
      return isResting();
    },
    async ask(work, otherwise) {
      if (isResting()) return otherwise;
      try {
        const known = await within(patienceMs, work());
        if (isAway) log.info(back);
        isAway = false;
        return known;
      } catch (error) {
        restsUntil = Date.now() + restMs;
        if (!isAway) log.error({ err: error }, away);
        isAway = true;
        return otherwise;
      }
    },
  };
}
