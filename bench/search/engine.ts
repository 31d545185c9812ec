import type { Article } from '../../src/article/types.js';
import { articleFields } from '../../src/search/article-fields.js';
import type { SpeedKind } from './questions.js';

/** A search engine as the benchmark sees it. */
export interface Engine {
  title: string;
  /** How it is set up, in a few words. */
  settings: string;
  build(articles: readonly Article[]): Searcher | Promise<Searcher>;
  /** Opens what `Searcher.save` or `buildFile` wrote; absent when the engine has no file form. */
  load?(file: string): Searcher | Promise<Searcher>;
  /**
   * Makes the file form of a folder of articles, reading and parsing included. An engine that has it is asked as loaded
   * from that file; the others as built.
   */
  buildFile?(folder: string, file: string): Promise<void>;
  /** How many questions of a kind it can be asked within minutes; absent when all. */
  mostQuestions?(kind: SpeedKind, articles: number): number;
}

/** An engine that holds the articles. */
export interface Searcher {
  /** Ids of the articles, best first. */
  search(query: string, limit: number): string[];
  save?(file: string): void | Promise<void>;
}

/** The fields that peers index: of the divisions that were tried, they rank best with this one. */
export const documentFields = ['title', 'queryWords', 'lead', 'text'] as const;

/** An article as the peers get it, of the same texts that our own index reads. */
export type Document = Record<'id' | (typeof documentFields)[number], string>;

/** `lead` says what happens, `text` is the whole article. */
export function toDocument(article: Article): Document {
  const fields = articleFields(article);
  return {
    id: article.id,
    title: fields.title,
    queryWords: fields.queryWords,
    lead: `${fields.symptoms}\n${fields.summary}`,
    text: Object.values(fields).join('\n'),
  };
}
