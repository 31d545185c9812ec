import { numberOf, type StringIndex } from './string-table.js';
import { type SearchField, searchFields } from './types.js';

/** Where an article holds a code; `declared` is its front matter. */
export type CodePlace = SearchField | 'declared';

/** Which articles hold a code, and in which places. */
export interface CodeIndex {
  /** Keys as `codeKeys` gives them. */
  keys: StringIndex;
  /** The holdings of key k are the entries `offsets[k]` to `offsets[k + 1]`, by ascending article. */
  offsets: Uint32Array;
  articles: Uint32Array;
  /** Bits of `placeBits`. */
  places: Uint8Array;
}

/** An article about a code says so in its front matter or title; one that only mentions it has it further down. */
export const placeWeights: Record<CodePlace, number> = {
  declared: 1,
  title: 1,
  symptoms: 0.8,
  queryWords: 0.75,
  summary: 0.65,
  cause: 0.55,
  resolution: 0.4,
  body: 0.35,
};

const codePlaces: readonly CodePlace[] = ['declared', ...searchFields];

export const placeBits = Object.fromEntries(codePlaces.map((place, bit) => [place, 1 << bit])) as Record<
  CodePlace,
  number
>;

/** The places of some bits, the one that counts most first. */
export function placesOf(bits: number): CodePlace[] {
  return codePlaces
    .filter((place) => (bits & placeBits[place]) !== 0)
    .sort((a, b) => placeWeights[b] - placeWeights[a]);
}

/** The run of holdings of a key; empty when no article holds it. */
export function holdingsOf(index: CodeIndex, key: string): { start: number; end: number } {
  const number = numberOf(index.keys, key);
  return number === null
    ? { start: 0, end: 0 }
    : { start: index.offsets[number] ?? 0, end: index.offsets[number + 1] ?? 0 };
}
