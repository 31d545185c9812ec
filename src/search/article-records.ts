import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import type { Article } from '../article/types.js';

/** Fast before small: of a whole archive this is a part of the time that its index takes. */
const packing = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 0, [constants.BROTLI_PARAM_LGWIN]: 16 },
  chunkSize: 4096,
};
const checksumBytes = 4;

/** Packs an article for a record: its JSON in the Brotli format, behind a checksum. */
export function packArticle(article: Article): Uint8Array {
  const packed = brotliCompressSync(JSON.stringify(article), packing);
  const record = Buffer.allocUnsafe(checksumBytes + packed.length);
  record.writeUInt32LE(crc32(packed), 0);
  record.set(packed, checksumBytes);
  return record;
}

/** @throws Error when the record was altered since */
export function unpackArticle(record: Uint8Array): Article {
  const packed = record.subarray(checksumBytes);
  if (record.length < checksumBytes || crc32(packed) !== Buffer.from(record).readUInt32LE(0)) {
    throw new Error('a packed article was altered');
  }
  return JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Article;
}
