/**
 * The parts of each article in reading order, fields apart: where phrases are looked up. A part is its term's number
 * plus one in seven-bit bytes, lowest first; common terms have small numbers and so take one byte.
 */
export interface Streams {
  bytes: Uint8Array;
  /** The stream of article a is `bytes[offsets[a]]` to `bytes[offsets[a + 1]]`. */
  offsets: Uint32Array;
}

/** Stands between two fields in a stream; no term has this number. */
export const fieldBreak = 0xffffffff;
/** Parts kept of each article for phrases: what comes later in a long article is seldom what it is about. */
export const longestStream = 1500;

const continues = 0x80;
const mostBytes = 5;

/** Packs the streams of articles. @param ends where each article's stream ends in `parts` */
export function packStreams(parts: Uint32Array, ends: Uint32Array): Streams {
  const bytes = new Uint8Array(parts.length * mostBytes);
  const offsets = new Uint32Array(ends.length + 1);
  let written = 0;
  let at = 0;
  for (const [article, end] of ends.entries()) {
    for (; at < end; at++) {
      let rest = ((parts[at] ?? 0) + 1) >>> 0;
      for (; rest >= continues; rest >>>= 7) bytes[written++] = (rest & 0x7f) | continues;
      bytes[written++] = rest;
    }
    offsets[article + 1] = written;
  }
  return { bytes: bytes.slice(0, written), offsets };
}

/** What a `StreamReader` gives behind the last part of a field, and behind the last field. */
export const endOfField = -1;
export const endOfStream = -2;

/** Goes over an article's stream part by part, for those who look at it once and keep nothing. */
export class StreamReader {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private at: number;

  constructor({ bytes, offsets }: Streams, article: number) {
    this.bytes = bytes;
    this.at = offsets[article] ?? 0;
    this.end = offsets[article + 1] ?? 0;
  }

  /** The next part, `endOfField` or `endOfStream`. */
  next(): number {
    if (this.at >= this.end) return endOfStream;
    let byte = this.bytes[this.at++] ?? 0;
    if (byte < continues) return byte - 1;
    let value = byte & 0x7f;
    for (let shift = 7; byte & continues; shift += 7) {
      byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    return (value >>> 0) - 1;
  }
}

/** Reads an article's stream into `into`, from its beginning. @returns how many parts and field breaks were read */
export function readStream(streams: Streams, article: number, into: Uint32Array): number {
  const stream = new StreamReader(streams, article);
  let length = 0;
  while (length < into.length) {
    const part = stream.next();
    if (part === endOfStream) break;
    into[length++] = part === endOfField ? fieldBreak : part;
  }
  return length;
}
