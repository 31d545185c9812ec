import { LRUCache } from 'lru-cache';
import type { RecentLookup } from '../cards/home-view.js';

/** A question is cut to 600 characters before it comes here, so all of them together take some ten megabytes. */
const kept = { people: 1_000, perPerson: 10 };

/** A person, as a request names them. */
export interface Person {
  team: string | undefined;
  user: string | undefined;
}

/** What each person asked last, for their own eyes; in memory only, so that it ends with the process. */
export interface RecentLookups {
  /** A question that was asked before moves to the top. */
  add(person: Person, lookup: RecentLookup): void;
  /** Newest first. */
  of(person: Person): readonly RecentLookup[];
  /** Forgets what everybody asked. */
  clear(): void;
}

/** Forgets the oldest questions of a person beyond ten, and beyond a thousand people those who asked longest ago. */
export function createRecentLookups(): RecentLookups {
  const lookups = new LRUCache<string, readonly RecentLookup[]>({ max: kept.people });
  return {
    add({ team, user }, lookup) {
      if (user === undefined) return;
      const key = keyOf(team, user);
      const others = (lookups.get(key) ?? []).filter(({ question }) => question !== lookup.question);
      lookups.set(key, [lookup, ...others].slice(0, kept.perPerson));
    },
    of({ team, user }) {
      return user === undefined ? [] : (lookups.get(keyOf(team, user)) ?? []);
    },
    clear: () => lookups.clear(),
  };
}

function keyOf(team: string | undefined, user: string): string {
  return `${team ?? ''} ${user}`;
}
