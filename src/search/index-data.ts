import type { CodeIndex } from './code-index.js';
import type { Postings } from './postings.js';
import type { RelatedTerms } from './related-terms.js';
import type { SpellingVocabulary } from './spelling.js';
import type { Streams } from './streams.js';
import type { StringIndex, StringTable } from './string-table.js';

/**
 * A whole index as plain typed arrays: what is built, written to a snapshot, shared between threads and searched.
 * Articles and terms go by number; common terms have small ones.
 */
export interface IndexData {
  terms: StringIndex;
  /** How articles write each term most often (`NTLM`, `Keep-Alives`), for people to read. */
  writings: StringTable;
  postings: Postings;
  streams: Streams;
  /** The distinct parts of article a's title: `parts[offsets[a]]` to `parts[offsets[a + 1]]`. */
  titleParts: { parts: Uint32Array; offsets: Uint32Array };
  spelling: SpellingVocabulary;
  related: RelatedTerms;
  codes: CodeIndex;
  articles: ArticleTable;
  /** By article: 1 for one that is not to be found, because it was replaced or another has its id. */
  hidden: Uint8Array;
  /** Average words of each search field, over the articles that have the field. */
  averages: Float64Array;
}

/** What is known of each article without reading its record. */
export interface ArticleTable {
  /** In upper case. Where several articles have the same id, the first is found by it. */
  ids: StringTable;
  titles: StringTable;
  queryWords: StringTable;
  /** The distinct texts that filters compare with, and which of them each article has. */
  scopes: StringTable;
  scopeOf: Uint32Array;
  /**
   * Articles are packed a few to a record: article a is in the record from byte `recordOffsets[a]` to the next larger
   * offset, behind the articles before it with the same offset. All 0 without records.
   */
  recordOffsets: Uint32Array;
}

export function sizeOf(data: IndexData): number {
  return data.articles.scopeOf.length;
}
