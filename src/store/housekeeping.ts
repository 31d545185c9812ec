import { setImmediate as otherWork } from 'node:timers/promises';
import { sweepDeliveries } from './deliveries.js';
import { sweepDeparted } from './departures.js';
import { sweepFeedback } from './feedback.js';
import { sweepLookups } from './lookups.js';
import { sweepPostSlots } from './post-slots.js';
import { sweepAudit } from './settings.js';
import { toStoreError } from './store-error.js';
import type { Database } from './tables.js';
import type { TroubleListener } from './types.js';

const hour = 60 * 60 * 1000;
const year = 365 * 24 * hour;
/** Unless somebody sets it, lookups are kept for a year, to compare a season with the last one. */
export const lookupsKeptMs = year;
/** After three years a vote is worth an eighth. */
const votesKeptMs = 3 * year;
const auditKeptMs = 3 * year;
/** People uninstall to change something, or by mistake, and come back. */
const departedKeptMs = 90 * 24 * hour;
/** So many rows go at once, so that nobody waits behind it. */
const slice = 200;

/**
 * Takes away what has expired, now and every hour.
 * @param keptMs how long lookups are kept
 * @returns what ends that
 */
export function keepHouse(database: Database, keptMs: number, tell: TroubleListener): () => Promise<void> {
  let ended = false;
  let isTold = false;
  const work = async () => {
    try {
      await database.ready();
      await sweep(database, Date.now(), { keptMs, isEnded: () => ended });
      isTold = false;
    } catch (error) {
      if (!isTold) tell(toStoreError(error, database.place), 'what has expired stays in the store for now');
      isTold = true;
    }
  };
  let working = work();
  const timer = setInterval(() => {
    working = working.then(work);
  }, hour).unref();
  return async () => {
    ended = true;
    clearInterval(timer);
    await working;
  };
}

/** One round: all that has expired at a time goes, a slice at a time. */
export async function sweep(
  database: Database,
  now: number,
  { keptMs = lookupsKeptMs, isEnded = () => false }: { keptMs?: number; isEnded?: () => boolean } = {},
): Promise<void> {
  const { db } = database;
  while (!isEnded() && (await sweepDeliveries(db, now, slice)) === slice) await otherWork();
  while (!isEnded() && (await sweepLookups(db, now - keptMs, slice)) === slice) await otherWork();
  if (!isEnded()) await sweepFeedback(db, now - votesKeptMs);
  if (!isEnded()) await sweepPostSlots(db, now - hour);
  if (!isEnded()) await sweepAudit(db, now - auditKeptMs);
  while (!isEnded() && (await sweepDeparted(database, now - departedKeptMs))) await otherWork();
}
