import type { Article } from '../article/types.js';
import type { FoundCode } from '../codes/types.js';

/** The parts of an article that are indexed apart from each other. */
export const searchFields = ['title', 'queryWords', 'symptoms', 'cause', 'resolution', 'summary', 'body'] as const;
export type SearchField = (typeof searchFields)[number];

/** Why an article matched. `asked` is what the question says, `found` what stands in the article. */
export type Reason =
  | { type: 'id'; asked: string; found: string }
  /** The article holds, or declares, this very code. */
  | { type: 'code'; asked: string; found: string; field: SearchField | 'declared' }
  /** The article holds the code's family (401 for 401.5), because the code itself is nowhere. */
  | { type: 'code-family'; asked: string; found: string; field: SearchField | 'declared' }
  | { type: 'word'; asked: string; found: string; field: SearchField }
  /** A word that is spelt otherwise in the knowledge base. */
  | { type: 'spelling'; asked: string; found: string; field: SearchField }
  /** The article has a word that is used like the asked one. */
  | { type: 'related'; asked: string; found: string; field: SearchField }
  | { type: 'phrase'; asked: string; found: string; field: SearchField };

/** Limits a search to some articles. Every given filter must hold; comparison ignores case. */
export interface SearchFilters {
  /** A piece of a product's name or of an applies-to line: `iis`, `windows nt`. */
  product?: string;
  /** A version: `4.0` fits articles that say 4.0. */
  version?: string;
}

export interface SearchQuery {
  /** The question's text, filters taken out. */
  text: string;
  /** The codes in that text, as `findCodes(text)` gives them. */
  codes: FoundCode[];
  filters: SearchFilters;
  /** How many results at the most. */
  limit: number;
}

export interface SearchResult {
  id: string;
  title: string;
  /** Ids of articles that say the same for other versions; they are no results of their own. */
  also: string[];
  /** Higher is better; only comparable within one search. */
  score: number;
  /**
   * How likely this article answers the question, 0 to 1, comparable between searches.
   * Calibrated on question sets; `lookup/` turns it into answer, weak or none.
   */
  confidence: number;
  /** Strongest first. */
  why: Reason[];
}

/** A word of the question that was read as another: `nltm` as `NTLM`. */
export interface Correction {
  from: string;
  to: string;
}

export interface SearchResponse {
  results: SearchResult[];
  /** How likely the question has to do with the articles at all, 0 to 1; calibrated like a result's confidence. */
  relatedness: number;
  corrections: Correction[];
}

/** An entry of a type-ahead menu. */
export interface Suggestion {
  id: string;
  title: string;
}

/** A searchable knowledge base. Nothing here is asynchronous: an index is in memory or it is not there. */
export interface SearchIndex {
  readonly size: number;
  article(id: string): Article | null;
  search(query: SearchQuery): SearchResponse;
  /** Articles for a type-ahead menu, best first: by code, id, title and query words. An empty text gives []. */
  suggest(text: string, limit: number): Suggestion[];
}
