import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/codes/find-codes.js';
import { type FolderIndex, indexFolders } from '../../../src/search/build/index-folders.js';
import { buildIndex, openIndex } from '../../../src/search/build-index.js';
import { arraysIn, format, magic } from '../../../src/search/snapshot/format.js';
import { readSnapshot } from '../../../src/search/snapshot/read-snapshot.js';
import { SnapshotError } from '../../../src/search/snapshot/snapshot-error.js';
import { writeSnapshot } from '../../../src/search/snapshot/write-snapshot.js';
import type { SearchIndex } from '../../../src/search/types.js';
import { type KbFolder, kbFolder } from '../kb-folder.js';

let folder: string;
let kb: KbFolder;
let index: FolderIndex;
let path: string;
let bytes: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'substatus-snapshot-'));
  kb = await kbFolder();
  await kb.write('S1', 'Visitors meet a wall', 'Visitors see HTTP 403.14 instead of the orchard.');
  await kb.write('S2', 'The kiosk is closed', 'The kiosk answers 503, and the visitors go home.');
  index = await indexFolders([kb.path]);
  path = join(folder, 'kb.index');
  await writeSnapshot(path, index, '9.9.9');
  bytes = await readFile(path);
});
afterAll(async () => {
  await kb.end();
  await rm(folder, { recursive: true });
});

function answers(searched: SearchIndex): unknown {
  return ['403.14', 'visitors', 'kiosk orchard', 'nothing of it'].map((text) =>
    searched.search({ text, codes: findCodes(text), filters: { version: '10.0' }, limit: 5 }),
  );
}

/** The error that reading some bytes as a snapshot gives; null when they are read. */
async function refusal(content: Uint8Array): Promise<SnapshotError | null> {
  const other = join(folder, 'other.index');
  await writeFile(other, content);
  try {
    readSnapshot(other).close();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(SnapshotError);
    return error as SnapshotError;
  }
}

it('answers as the index did before it was written', () => {
  const snapshot = readSnapshot(path);
  const opened = openIndex(snapshot.data, snapshot.store);
  const articles = ['S1', 'S2'].map((id) => opened.article(id));
  expect(answers(opened)).toEqual(answers(buildIndex(articles.flatMap((article) => article ?? []))));
  expect(articles[0]?.title).toBe('Visitors meet a wall');
  expect(snapshot.sources()).toEqual(index.sources);
  expect(Buffer.from(snapshot.records())).toEqual(Buffer.from(index.records));
  expect(Math.abs(Date.now() - snapshot.created.getTime())).toBeLessThan(60 * 60_000);
  snapshot.close();
});

it('goes on with a file that was replaced', async () => {
  const copy = join(folder, 'replaced.index');
  await copyFile(path, copy);
  const snapshot = readSnapshot(copy);
  await writeSnapshot(copy, { ...index, records: new Uint8Array(0) }, '9.9.9');
  expect(openIndex(snapshot.data, snapshot.store).article('S2')?.title).toBe('The kiosk is closed');
  snapshot.close();
});

describe('a file that is no good snapshot', () => {
  it('is refused wherever it was altered', async () => {
    const sections = arraysIn({ data: index.data, records: index.records }).filter(({ array }) => array.byteLength > 0);
    expect(sections.length).toBeGreaterThan(30);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ change;
        const refused = await refusal(altered);
        if (bytes[at] !== 0) expect(refused).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is refused wherever it is cut short, or when something follows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect(await refusal(bytes.subarray(0, length))).not.toBeNull();
      }),
      { numRuns: 50 },
    );
    expect((await refusal(Buffer.concat([bytes, Buffer.from('x')])))?.code).toBe('damaged');
  });

  it('says what it is', async () => {
    expect(await refusal(Buffer.from('PK\u0003\u0004 some other file'))).toMatchObject({
      code: 'foreign',
      message: expect.stringMatching(/other\.index is no index of Substatus/),
    });
    const old = Buffer.from(bytes);
    old.writeUInt32LE(format + 1, magic.length);
    expect(await refusal(old)).toMatchObject({ code: 'old', message: expect.stringContaining(`format ${format + 1}`) });
    expect(() => readSnapshot(join(folder, 'nowhere.index'))).toThrow(/nowhere\.index cannot be opened/);
  });
});

it('leaves the earlier file when the new one cannot be written', async () => {
  const nowhere = join(folder, 'no-such-folder', 'kb.index');
  await expect(writeSnapshot(nowhere, index, '9.9.9')).rejects.toThrow(/ENOENT/);
  const files = await readdir(folder);
  expect(files.filter((file) => file.includes('.tmp'))).toEqual([]);
});
