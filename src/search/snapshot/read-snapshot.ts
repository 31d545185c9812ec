import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type ArticleStore, packedArticles } from '../article-store.js';
import { type Manifest, type Sources, unpackSources } from '../build/manifest.js';
import type { IndexData } from '../index-data.js';
import { contentProblem } from './check-content.js';
import { arrayOf, fits, format, Header, magic, place, preambleBytes, recordsSection, type Section } from './format.js';
import { SnapshotError } from './snapshot-error.js';

/** An index in a file, checked whole. The packed articles stay in the file and are read one by one. */
export interface Snapshot {
  data: IndexData;
  store: ArticleStore;
  /** When the file was made. */
  created: Date;
  sources: () => Sources;
  /** All packed articles, for making another index of this one. */
  records: () => Uint8Array;
  /** Lets go of the file; `store` and `records` must not be used after that. */
  close(): void;
}

const chunkBytes = 1 << 20;

/**
 * Opens a snapshot. All content is checked before any of it is used, so a file that was cut short or altered is refused
 * and never half read; a file that is replaced later does no harm, because this one stays open.
 * @throws SnapshotError
 */
export function readSnapshot(path: string): Snapshot {
  const file = openFile(path);
  try {
    const header = readHeader(file, path);
    const content: { data?: IndexData; manifest?: Manifest } = {};
    let records: Section | null = null;
    for (const section of header.sections) {
      if (section.name === recordsSection) {
        checkSection(file, section, path);
        records = section;
      } else place(content, section.name, readSection(file, section, path));
    }
    const { data, manifest } = content;
    if (data === undefined || manifest === undefined || records === null) throw damaged(path, 'lacks a section');
    const { offset, bytes } = records;
    const problem = problemIn(data, manifest, bytes);
    if (problem !== null) throw damaged(path, `has numbers that cannot be (${problem})`);
    const read = (start: number, end: number): Uint8Array => readBytes(file, offset + start, end - start, path);
    return {
      data,
      store: packedArticles(data.articles, { read }),
      created: new Date(header.created),
      sources: () => unpackSources(manifest),
      records: () => read(0, bytes),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** A section that is missing, or that another program put there, shows as an array that is none. */
function problemIn(data: IndexData, manifest: Manifest, recordBytes: number): string | null {
  try {
    return contentProblem(data, manifest, recordBytes);
  } catch {
    return 'a section is missing';
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new SnapshotError('missing', path, 'cannot be opened: make it with substatus index', error);
  }
}

function readHeader(file: number, path: string): Header {
  const size = fstatSync(file).size;
  const start = readBytes(file, 0, Math.min(size, preambleBytes), path);
  if (!magic.equals(start.subarray(0, magic.length))) {
    throw new SnapshotError('foreign', path, 'is no index of Substatus');
  }
  if (start.length < preambleBytes) throw damaged(path, 'is cut short');
  const found = start.readUInt32LE(magic.length);
  if (found !== format) throw new SnapshotError('old', path, `has format ${found}, and this version reads ${format}`);
  const length = start.readUInt32LE(magic.length + 4);
  if (preambleBytes + length > size) throw damaged(path, 'is cut short');
  const text = readBytes(file, preambleBytes, length, path);
  if (crc32(text) !== start.readUInt32LE(magic.length + 8)) throw damaged(path, 'has a header that was altered');
  const header = parseHeader(text, path);
  if (header.bytes !== size) throw damaged(path, `has ${size} bytes instead of ${header.bytes}`);
  const names = new Set(header.sections.map(({ name }) => name));
  const lies = header.sections.find((section) => !fits(section, preambleBytes + length, size));
  if (lies !== undefined) throw damaged(path, `says that ${lies.name} is where it cannot be`);
  if (names.size < header.sections.length) throw damaged(path, 'has a section twice');
  return header;
}

function parseHeader(text: Buffer, path: string): Header {
  try {
    return Header.parse(JSON.parse(text.toString('utf8')));
  } catch (error) {
    throw new SnapshotError('damaged', path, 'is damaged: it has a header of another form', error);
  }
}

function readSection(file: number, section: Section, path: string): ReturnType<typeof arrayOf> {
  const buffer = new ArrayBuffer(section.bytes);
  const sum = fillInChunks(file, section, path, (at, length) => Buffer.from(buffer, at, length));
  if (sum !== section.crc) throw damaged(path, `was altered (${section.name})`);
  return arrayOf(section.kind, buffer);
}

/** Checks a section without keeping it. */
function checkSection(file: number, section: Section, path: string): void {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  const sum = fillInChunks(file, section, path, (_, length) => chunk.subarray(0, length));
  if (sum !== section.crc) throw damaged(path, `was altered (${section.name})`);
}

/** Reads a section piece by piece into what `room` gives for each. @returns its checksum, taken while a piece is at hand */
function fillInChunks(
  file: number,
  { offset, bytes }: Section,
  path: string,
  room: (at: number, length: number) => Buffer,
): number {
  let sum = 0;
  for (let at = 0; at < bytes; at += chunkBytes) {
    const part = room(at, Math.min(chunkBytes, bytes - at));
    fill(file, part, offset + at, path);
    sum = crc32(part, sum);
  }
  return sum;
}

function readBytes(file: number, offset: number, length: number, path: string): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  fill(file, bytes, offset, path);
  return bytes;
}

function fill(file: number, bytes: Buffer, offset: number, path: string): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, offset + at);
    if (read === 0) throw damaged(path, 'is cut short');
    at += read;
  }
}

function damaged(path: string, what: string): SnapshotError {
  return new SnapshotError('damaged', path, `is damaged: it ${what}`);
}
