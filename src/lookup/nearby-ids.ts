import type { SearchIndex } from '../search/types.js';
import type { AskedId } from './read-question.js';

const mostSuggestions = 3;

/** Ids of articles that begin like an id that no article has: the last digits are the ones that slip. */
export function nearbyIds(index: SearchIndex, { asked }: AskedId): string[] {
  for (let length = asked.length - 1; length >= 4; length--) {
    const ids = index.suggest(asked.slice(0, length), mostSuggestions).map(({ id }) => id);
    const close = ids.filter((id) => id.includes(asked.slice(0, length).replace(/^\D+/, '')));
    if (close.length > 0) return close;
  }
  return [];
}
