import type { Article } from '../article/types.js';
import { codeKeys } from '../codes/code-keys.js';
import { findCodes } from '../codes/find-codes.js';
import { articleFields } from './article-fields.js';
import { type SearchField, searchFields } from './types.js';

export type CodePlace = SearchField | 'declared';

/** Which articles hold a code, and the best place in which each holds it. */
export type CodeIndex = Map<string, Map<number, CodePlace>>;

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

/** Reads the codes of every article, field by field. */
export function buildCodeIndex(articles: readonly Article[]): CodeIndex {
  const index: CodeIndex = new Map();
  for (const [number, article] of articles.entries()) {
    addCodes(index, number, article.codes.join('\n'), 'declared');
    const fields = articleFields(article);
    for (const field of searchFields) addCodes(index, number, fields[field], field);
  }
  return index;
}

function addCodes(index: CodeIndex, article: number, text: string, place: CodePlace): void {
  for (const code of findCodes(text)) {
    if (code.kind === 'kb') continue;
    for (const key of codeKeys(code)) {
      const places = index.get(key) ?? new Map<number, CodePlace>();
      const before = places.get(article);
      if (before === undefined || placeWeights[place] > placeWeights[before]) places.set(article, place);
      index.set(key, places);
    }
  }
}
