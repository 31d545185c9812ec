import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { maxArticleBytes, parseArticle } from '../article/parse-article.js';
import type { Article } from '../article/types.js';

/** A file of an article, as it was read. */
export interface ArticleSource {
  path: string;
  bytes: Uint8Array;
}

/** Fast before small: of a whole archive this is a part of the time that its index takes. */
const packing = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 },
  chunkSize: 4096,
};
const checksumBytes = 4;
/** Names of files have at most so many bytes on the systems that there are. */
const longestPath = 64 * 1024;
/** A record holds an article; one that unfolds to more was made by somebody else. */
const unpacking = { maxOutputLength: maxArticleBytes + longestPath };
const pathEnd = 0;

/** Packs a file for a record: its path and its bytes in the Brotli format, behind a checksum. */
export function packSource({ path, bytes }: ArticleSource): Uint8Array {
  const packed = brotliCompressSync(Buffer.concat([Buffer.from(`${path}\0`), bytes]), packing);
  const record = Buffer.allocUnsafe(checksumBytes + packed.length);
  record.writeUInt32LE(crc32(packed), 0);
  record.set(packed, checksumBytes);
  return record;
}

/** @throws Error when the record was altered since */
export function unpackSource(record: Uint8Array): ArticleSource {
  const packed = record.subarray(checksumBytes);
  if (record.length < checksumBytes || crc32(packed) !== Buffer.from(record).readUInt32LE(0)) {
    throw new Error('a packed article was altered');
  }
  const content = brotliDecompressSync(packed, unpacking);
  const end = content.indexOf(pathEnd);
  return { path: content.toString('utf8', 0, end), bytes: content.subarray(end + 1) };
}

/** The article of a record. @throws Error when the record was altered since */
export function unpackArticle(record: Uint8Array): Article {
  const { path, bytes } = unpackSource(record);
  const { article } = parseArticle(bytes, path);
  if (article === null) throw new Error(`the packed file ${path} is no article`);
  return article;
}
