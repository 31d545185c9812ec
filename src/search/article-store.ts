import type { Article } from '../article/types.js';
import { recordOf, unpackArticle } from './article-records.js';
import type { ArticleTable } from './index-data.js';

/** The articles of an index by number. */
export interface ArticleStore {
  /** @throws Error for a number that is none, or a record that cannot be read any more */
  read(number: number): Article;
}

/** Articles in memory. */
export function articleList(articles: readonly Article[]): ArticleStore {
  return { read: (number) => articles[number] ?? missing(number) };
}

/** Where packed articles are: a run of bytes in memory, or in a file. */
export interface Records {
  read(start: number, end: number): Uint8Array;
}

export function recordsInMemory(records: Uint8Array): Records {
  return { read: (start, end) => records.subarray(start, end) };
}

/** Articles that were seen lately: the pages and buttons of one answer ask for the same ones. */
const mostUnpacked = 200;

/** Packed articles, unpacked when they are asked for. */
export function packedArticles({ scopeOf, recordOffsets }: ArticleTable, records: Records): ArticleStore {
  const recent = new Map<number, Article>();
  return {
    read(number) {
      const known = recent.get(number);
      if (known !== undefined) return known;
      if (number >= scopeOf.length) return missing(number);
      const { start, end, place } = recordOf(recordOffsets, number);
      const article = unpackArticle(records.read(start, end), place);
      recent.set(number, article);
      const oldest = recent.keys().next();
      if (recent.size > mostUnpacked && !oldest.done) recent.delete(oldest.value);
      return article;
    },
  };
}

function missing(number: number): never {
  throw new Error(`There is no article number ${number}`);
}
