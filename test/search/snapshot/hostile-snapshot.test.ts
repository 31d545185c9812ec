import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/codes/find-codes.js';
import { unpackSource } from '../../../src/search/article-records.js';
import { indexFolders } from '../../../src/search/build/index-folders.js';
import { openIndex } from '../../../src/search/build-index.js';
import { format, magic, preambleBytes } from '../../../src/search/snapshot/format.js';
import { readSnapshot } from '../../../src/search/snapshot/read-snapshot.js';
import { SnapshotError } from '../../../src/search/snapshot/snapshot-error.js';
import { writeSnapshot } from '../../../src/search/snapshot/write-snapshot.js';
import { type KbFolder, kbFolder } from '../kb-folder.js';

interface Section {
  name: string;
  kind: string;
  offset: number;
  bytes: number;
  crc: number;
}

let folder: string;
let kb: KbFolder;
let bytes: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'substatus-hostile-index-'));
  kb = await kbFolder();
  await kb.write('S1', 'Visitors meet a wall', 'Visitors see HTTP 403.14 instead of the orchard.');
  await kb.write('S2', 'The kiosk is closed', 'The kiosk answers 503, and the visitors go home.');
  const path = join(folder, 'kb.index');
  await writeSnapshot(path, await indexFolders([kb.path]), '9.9.9');
  bytes = await readFile(path);
});
afterAll(async () => {
  await kb.end();
  await rm(folder, { recursive: true });
});

function headerOf(file: Buffer): { bytes: number; sections: Section[] } {
  const length = file.readUInt32LE(magic.length + 4);
  return JSON.parse(file.subarray(preambleBytes, preambleBytes + length).toString());
}

/** The file with another header, and with checksums that are right: as somebody would forge it. */
function forged(change: (header: { bytes: number; sections: Section[] }, file: Buffer) => unknown): Buffer {
  const file = Buffer.from(bytes);
  const header = headerOf(file);
  const changed = change(header, file) ?? header;
  const room =
    Math.min(...header.sections.map(({ offset }) => (offset > 0 ? offset : Infinity)), file.length) - preambleBytes;
  const text = Buffer.from(JSON.stringify(changed));
  const padded = text.length <= room ? Buffer.concat([text, Buffer.alloc(Math.max(0, room - text.length), ' ')]) : text;
  const out = Buffer.from(file);
  padded.copy(out, preambleBytes);
  out.writeUInt32LE(format, magic.length);
  out.writeUInt32LE(padded.length, magic.length + 4);
  out.writeUInt32LE(crc32(padded), magic.length + 8);
  return out;
}

/** Changes a section's content and sets its checksum right. */
function rewritten(name: string, change: (array: Buffer) => void): Buffer {
  return forged((header, file) => {
    const section = header.sections.find((one) => one.name === name) ?? expect.fail(name);
    const content = file.subarray(section.offset, section.offset + section.bytes);
    change(content);
    section.crc = crc32(content);
  });
}

async function opened(file: Buffer) {
  const path = join(folder, 'forged.index');
  await writeFile(path, file);
  return readSnapshot(path);
}

async function refusal(file: Buffer): Promise<SnapshotError> {
  const error = await opened(file).then(
    () => expect.fail('it was read'),
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(SnapshotError);
  return error as SnapshotError;
}

describe('an index file that somebody forged', () => {
  const first = (header: { sections: Section[] }) => header.sections[0] ?? expect.fail('no section');

  it('is read when nothing was changed', async () => {
    (await opened(forged(() => undefined))).close();
  });

  it.each<[string, Parameters<typeof forged>[0]]>([
    ['says a section is larger than the file', (header) => void Object.assign(first(header), { bytes: 2 ** 52 })],
    [
      'says a section is larger than memory',
      (header) => void Object.assign(first(header), { bytes: Number.MAX_SAFE_INTEGER }),
    ],
    ['says a section is less than nothing', (header) => void Object.assign(first(header), { bytes: -8 })],
    ['says a section is half a number', (header) => void Object.assign(first(header), { bytes: 1.5 })],
    ['says a section begins before the file', (header) => void Object.assign(first(header), { offset: -8 })],
    ['says a section begins in the header', (header) => void Object.assign(first(header), { offset: 0 })],
    ['says a section begins behind the file', (header) => void Object.assign(first(header), { offset: 2 ** 40 })],
    [
      'says a section begins between two numbers',
      (header) => void Object.assign(first(header), { offset: first(header).offset + 4 }),
    ],
    [
      'has numbers of half their bytes',
      (header) => void header.sections.map((one) => Object.assign(one, { bytes: one.bytes + 1 })),
    ],
    [
      'has a section of another kind',
      (header) => void header.sections.map((one) => Object.assign(one, { kind: 'Float64Array' })),
    ],
    ['has a kind that there is not', (header) => void Object.assign(first(header), { kind: 'constructor' })],
    ['names a prototype', (header) => void Object.assign(first(header), { name: '__proto__.polluted' })],
    ['names a prototype below', (header) => void Object.assign(first(header), { name: 'data.__proto__.polluted' })],
    ['names a constructor', (header) => void Object.assign(first(header), { name: 'data.constructor.prototype' })],
    ['has a section twice', (header) => void header.sections.push(first(header))],
    ['has no section', (header) => void Object.assign(header, { sections: [] })],
    ['lacks one section', (header) => void header.sections.splice(3, 1)],
    ['has more sections than there are', (header) => ({ ...header, sections: Array(500).fill(null) })],
    ['has a header that is none', () => []],
    ['has a header that is nothing', () => 'x'],
  ])('is refused when it %s', async (_, change) => {
    expect((await refusal(forged(change))).code).toBe('damaged');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is refused when a search in it would never end', async () => {
    const full = rewritten('data.terms.slots', (slots) => slots.fill(1));
    expect((await refusal(full)).message).toMatch(/terms/);
    expect((await refusal(rewritten('data.codes.keys.slots', (slots) => slots.fill(255)))).message).toMatch(/codes/);
  });

  it.each([
    'data.terms.offsets',
    'data.writings.offsets',
    'data.postings.offsets',
    'data.postings.articles',
    'data.streams.offsets',
    'data.titleParts.offsets',
    'data.spelling.words.offsets',
    'data.spelling.terms',
    'data.codes.offsets',
    'data.codes.articles',
    'data.articles.ids.offsets',
    'data.articles.scopeOf',
    'data.articles.recordOffsets',
    'manifest.ends',
    'manifest.paths.offsets',
  ])('is refused when %s leads out of its array', async (name) => {
    expect((await refusal(rewritten(name, (array) => array.fill(0xff, array.length - 4)))).message).toMatch(
      /cannot be/,
    );
  });

  it('is refused, or answers and ends, whatever its numbers are', async () => {
    const names = headerOf(bytes).sections.map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        async (name, changes) => {
          const file = rewritten(name, (array) => {
            for (const [at, value] of changes) if (array.length > 0) array[at % array.length] = value;
          });
          try {
            const { data, store, sources, close } = await opened(file);
            const index = openIndex(data, store);
            sources();
            for (const text of ['403.14', 'visitors kiosk', 'viistors orchrad']) {
              index.search({ text, codes: findCodes(text), filters: {}, limit: 5 });
            }
            index.suggest('403', 5);
            close();
          } catch (error) {
            expect(error).toBeInstanceOf(SnapshotError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a packed article', () => {
  it('is not unfolded beyond what an article can be', () => {
    const packed = brotliCompressSync(Buffer.alloc(20 * 1024 * 1024), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    expect(packed.length).toBeLessThan(10_000);
    const record = Buffer.alloc(4 + packed.length);
    record.writeUInt32LE(crc32(packed));
    packed.copy(record, 4);
    expect(() => unpackSource(record, 0)).toThrow(/larger than/);
  });

  it('that was altered is refused', () => {
    for (const record of [Buffer.alloc(0), Buffer.alloc(4), Buffer.alloc(100, 1)]) {
      expect(() => unpackSource(record, 0)).toThrow();
    }
  });
});
