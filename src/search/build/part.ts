import type { StringTable } from '../string-table.js';

/**
 * What some articles bring to an index, with terms numbered for this part alone. Parts are made side by side (in
 * worker threads) and then merged. Everything is a typed array, so that a part changes threads without being copied.
 */
export interface IndexPart {
  articleCount: number;
  /** Every term of the part; those of the synonyms come first, in every part alike. */
  terms: StringTable;
  /** One cell for each (article, field, term): the columns of a long table, by ascending article. */
  cells: {
    terms: Uint32Array;
    /** `article * fieldCount + field`. */
    places: Uint32Array;
    counts: Uint32Array;
  };
  /** Words in each field of each article: `article * fieldCount + field`. */
  lengths: Uint32Array;
  /** The parts of every article in reading order with field breaks, and where each article's end. */
  streams: { parts: Uint32Array; ends: Uint32Array };
  /** The distinct parts of each title, and where each article's end. */
  titles: { parts: Uint32Array; ends: Uint32Array };
  /** Every raw word: the term it is indexed under, how often it stands there, 1 when it is how that term is written. */
  words: { texts: StringTable; terms: Uint32Array; counts: Uint32Array; writes: Uint8Array };
  /** Codes by key; holding i says that article `articles[i]` has key `keys[i]` in the places of the bits `places[i]`. */
  codes: { keys: StringTable; holdingKeys: Uint32Array; articles: Uint32Array; places: Uint8Array };
  /** What is known of each article without reading it. */
  articles: ArticleColumns;
  /** The articles packed, a few to a record, and by article where what is packed up to it ends; both empty when the articles are kept otherwise. */
  records: { bytes: Uint8Array; ends: Uint32Array };
}

export interface ArticleColumns {
  ids: StringTable;
  titles: StringTable;
  queryWords: StringTable;
  /** What filters compare with, as `filterScope` writes it. */
  scopes: StringTable;
}

/** The buffers of a part, for handing it to another thread. */
export function buffersOf(value: object): ArrayBuffer[] {
  return Object.values(value).flatMap((one): ArrayBuffer[] => {
    if (ArrayBuffer.isView(one)) return [one.buffer as ArrayBuffer];
    return typeof one === 'object' && one !== null ? buffersOf(one) : [];
  });
}
