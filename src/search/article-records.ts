import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { maxArticleBytes, parseArticle } from '../article/parse-article.js';
import type { Article } from '../article/types.js';

/** A file of an article, as it was read. */
export interface ArticleSource {
  path: string;
  bytes: Uint8Array;
}

/** Neighbours are alike, so together they take less time and room; who wants one has to unpack them all. */
export const mostInRecord = 8;

/** Fast before small: of a whole archive this is a part of the time that its index takes. */
const packing = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 },
  chunkSize: 16_384,
};
const checksumBytes = 4;
const lengthBytes = 4;
const pathEnd = 0;
/** Names of files have at most so many bytes on the systems that there are. */
const longestPath = 64 * 1024;
/** A record that unfolds to more was made by somebody else. */
const unpacking = { maxOutputLength: mostInRecord * (maxArticleBytes + longestPath) };

/** Packs files into a record: of each a length, its path and its bytes, in the Brotli format, behind a checksum. */
export function packRecord(sources: readonly ArticleSource[]): Uint8Array {
  const content = sources.flatMap(({ path, bytes }) => {
    const name = Buffer.from(`${path}\0`);
    const length = Buffer.alloc(lengthBytes);
    length.writeUInt32LE(name.length + bytes.length);
    return [length, name, bytes];
  });
  const packed = brotliCompressSync(Buffer.concat(content), packing);
  const record = Buffer.allocUnsafe(checksumBytes + packed.length);
  record.writeUInt32LE(crc32(packed), 0);
  record.set(packed, checksumBytes);
  return record;
}

/** The file at a place of a record, 0 for the first. @throws Error when the record was altered since */
export function unpackSource(record: Uint8Array, place: number): ArticleSource {
  const packed = record.subarray(checksumBytes);
  if (record.length < checksumBytes || crc32(packed) !== Buffer.from(record).readUInt32LE(0)) {
    throw new Error('a packed article was altered');
  }
  const content = brotliDecompressSync(packed, unpacking);
  let start = 0;
  for (let before = 0; before < place; before++) start += lengthBytes + content.readUInt32LE(start);
  const first = start + lengthBytes;
  const source = content.subarray(first, first + content.readUInt32LE(start));
  const end = source.indexOf(pathEnd);
  return { path: source.toString('utf8', 0, end), bytes: source.subarray(end + 1) };
}

/** The article at a place of a record. @throws Error when the record was altered since */
export function unpackArticle(record: Uint8Array, place: number): Article {
  const { path, bytes } = unpackSource(record, place);
  const { article } = parseArticle(bytes, path);
  if (article === null) throw new Error(`the packed file ${path} is no article`);
  return article;
}

/** Where an article is packed. @param offsets `ArticleTable.recordOffsets` */
export function recordOf(offsets: Uint32Array, article: number): { start: number; end: number; place: number } {
  const start = offsets[article] ?? 0;
  let first = article;
  while (offsets[first - 1] === start) first--;
  let next = article + 1;
  while (offsets[next] === start) next++;
  return { start, end: offsets[next] ?? start, place: article - first };
}
