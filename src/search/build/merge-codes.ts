import type { CodeIndex } from '../code-index.js';
import { allStrings, indexStrings } from '../string-table.js';
import { countsBefore } from './build-postings.js';
import type { IndexPart } from './part.js';

/** Makes one code index of those of the parts. */
export function mergeCodes(parts: readonly IndexPart[]): CodeIndex {
  const keys = new Map<string, number>();
  const holdingKeys: number[] = [];
  const articles: number[] = [];
  const places: number[] = [];
  let before = 0;
  for (const { codes, articleCount } of parts) {
    const numbers = allStrings(codes.keys).map((key) => {
      const number = keys.get(key) ?? keys.size;
      keys.set(key, number);
      return number;
    });
    for (const [holding, key] of codes.holdingKeys.entries()) {
      holdingKeys.push(numbers[key] ?? 0);
      articles.push(before + (codes.articles[holding] ?? 0));
      places.push(codes.places[holding] ?? 0);
    }
    before += articleCount;
  }
  return byKey([...keys.keys()], Uint32Array.from(holdingKeys), articles, places);
}

/** Sorts holdings by key; within a key they stay in order of article. */
function byKey(keys: string[], holdingKeys: Uint32Array, articles: number[], places: number[]): CodeIndex {
  const offsets = countsBefore(holdingKeys, keys.length);
  const next = offsets.slice();
  const sorted = { articles: new Uint32Array(articles.length), places: new Uint8Array(articles.length) };
  for (const [holding, key] of holdingKeys.entries()) {
    const at = next[key] ?? 0;
    next[key] = at + 1;
    sorted.articles[at] = articles[holding] ?? 0;
    sorted.places[at] = places[holding] ?? 0;
  }
  return { keys: indexStrings(keys), offsets, ...sorted };
}
