import type { Answer, Lookup } from '../lookup/types.js';

/** How many matches a person can page through; every card of one question counts the same. */
const pagedMatches = 20;

/** Asks as every listener does, so that a button's rank means the same wherever it is pressed. */
export function ask(lookup: Lookup, question: string): Answer {
  return lookup.ask(question, { limit: pagedMatches });
}
