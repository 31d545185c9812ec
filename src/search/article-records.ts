import { deflateSync, inflateSync } from 'node:zlib';
import type { Article } from '../article/types.js';

/** Packs an article for a record: JSON in the zlib format, whose own checksum guards it. Fast before small. */
export function packArticle(article: Article): Uint8Array {
  return deflateSync(JSON.stringify(article), { level: 1 });
}

/** @throws Error when the record was altered since */
export function unpackArticle(record: Uint8Array): Article {
  return JSON.parse(inflateSync(record).toString('utf8')) as Article;
}
