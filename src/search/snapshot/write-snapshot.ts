import { open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { FolderIndex } from '../build/index-folders.js';
import { packSources } from '../build/manifest.js';
import { alignment, arraysIn, format, type Header, kindOf, magic, preambleBytes, type TypedArray } from './format.js';

/**
 * Writes an index to a file, whole or not at all: a reader sees the file as it was before, or the new one.
 * @param program the version that writes, for the message when another version refuses the file
 * @throws the error of the file system: no such folder, no space, no permission
 */
export async function writeSnapshot(path: string, index: FolderIndex, program: string): Promise<void> {
  const content = { data: index.data, manifest: packSources(index.sources), records: index.records };
  const arrays = arraysIn(content);
  const header = headerOf(arrays, program);
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w');
  try {
    await file.write(preamble(header.text));
    await file.write(header.text);
    for (const [number, { offset }] of header.sections.entries()) {
      const array = arrays[number]?.array;
      if (array !== undefined && array.byteLength > 0) await file.write(bytesOf(array), 0, array.byteLength, offset);
    }
    await file.truncate(header.bytes);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Lays the sections out behind the header, whose own length depends on where they come to lie. */
function headerOf(arrays: { name: string; array: TypedArray }[], program: string): Header & { text: Buffer } {
  const created = new Date().toISOString();
  const sections = arrays.map(({ name, array }) => ({
    name,
    kind: kindOf(array),
    offset: Number.MAX_SAFE_INTEGER,
    bytes: array.byteLength,
    crc: crc32(bytesOf(array)),
  }));
  const widest = JSON.stringify({ program, created, bytes: Number.MAX_SAFE_INTEGER, sections });
  let end = aligned(preambleBytes + Buffer.byteLength(widest));
  for (const section of sections) {
    section.offset = end;
    end = aligned(end + section.bytes);
  }
  const header = { program, created, bytes: end, sections };
  return { ...header, text: Buffer.from(JSON.stringify(header)) };
}

function preamble(header: Buffer): Buffer {
  const numbers = Buffer.alloc(preambleBytes - magic.length);
  numbers.writeUInt32LE(format, 0);
  numbers.writeUInt32LE(header.length, 4);
  numbers.writeUInt32LE(crc32(header), 8);
  return Buffer.concat([magic, numbers]);
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

function bytesOf({ buffer, byteOffset, byteLength }: TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
