import { LRUCache } from 'lru-cache';

/** A question is 600 characters at the most, so that all of it together stays below some ten megabytes. */
const kept = { people: 1_000, perPerson: 10 };

/** A person, as a request names them. */
export interface Person {
  team: string | undefined;
  user: string | undefined;
}

/** What each person asked last, for their own eyes; in memory only, so that it ends with the process. */
export interface RecentLookups {
  /** A question that was asked before moves to the top. */
  add(person: Person, question: string): void;
  /** Newest first. */
  of(person: Person): readonly string[];
}

/** Forgets the oldest questions of a person beyond ten, and beyond a thousand people those who asked longest ago. */
export function createRecentLookups(): RecentLookups {
  const questions = new LRUCache<string, readonly string[]>({ max: kept.people });
  return {
    add({ team, user }, question) {
      if (user === undefined) return;
      const key = keyOf(team, user);
      const others = (questions.get(key) ?? []).filter((other) => other !== question);
      questions.set(key, [question, ...others].slice(0, kept.perPerson));
    },
    of({ team, user }) {
      return user === undefined ? [] : (questions.get(keyOf(team, user)) ?? []);
    },
  };
}

function keyOf(team: string | undefined, user: string): string {
  return `${team ?? ''} ${user}`;
}
