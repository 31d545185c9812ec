import { setImmediate as otherWork } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Week } from '../../cards/home-week.js';
import type { Logger } from '../../log.js';
import type { Lookup } from '../../lookup/types.js';
import type { Insights } from '../../store/types.js';
import { patientStore } from '../patient-store.js';

const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Many may open their Home tab at once, and the store is asked once in so long for each workspace. */
const kept = { max: 1_000, ttl: 60 * 1000 };
/** The tab opens without it after so long. */
const patienceMs = 1_500;
/** More than are shown, because some have an answer by now. */
const mostRead = 20;

/** What workspaces asked in the last seven days. */
export interface Weeks {
  /** Null while the store is away, or when there is none. Never throws. */
  of(team: string | undefined): Promise<Week | null>;
}

/**
 * Reads what was asked from the store, and keeps it for a minute. Questions that have an answer by now, because somebody
 * wrote an article, are left out.
 */
export function createWeeks(store: Insights | null, lookup: Lookup, log: Logger): Weeks {
  const weeks = new LRUCache<string, Promise<Week>>(kept);
  const wordings = {
    away: 'what was asked cannot be read: the Home tab goes without it',
    back: 'what was asked can be read again',
  };
  const patient = patientStore(patienceMs, wordings, log);

  async function read(insights: Insights, team: string): Promise<Week> {
    const until = Date.now();
    const { codes, unanswered } = await insights.read(team, { since: until - weekMs, until }, mostRead);
    return { codes, unanswered: await stillUnanswered(lookup, unanswered) };
  }

  return {
    async of(team) {
      if (store === null || team === undefined || patient.isResting) return null;
      const kept = weeks.get(team);
      const week = kept ?? read(store, team);
      if (kept === undefined) weeks.set(team, week);
      const known = await patient.ask<Week | null>(() => week, null);
      if (known === null) weeks.delete(team);
      return known;
    },
  };
}

/** Those that still have no answer; others may work between two lookups. */
export async function stillUnanswered<Asked extends { question: string }>(
  lookup: Lookup,
  asked: readonly Asked[],
): Promise<Asked[]> {
  const open: Asked[] = [];
  for (const one of asked) {
    if (lookup.ask(one.question, { limit: 1 }).outcome === 'none') open.push(one);
    await otherWork();
  }
  return open;
}
