import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCodes } from '../../../src/codes/find-codes.js';
import { packedArticles, recordsInMemory } from '../../../src/search/article-store.js';
import { type FolderIndex, indexFolders } from '../../../src/search/build/index-folders.js';
import { openIndex } from '../../../src/search/build-index.js';
import type { SearchIndex } from '../../../src/search/types.js';
import { type KbFolder, kbFolder } from '../kb-folder.js';

let team: KbFolder;
let shipped: KbFolder;
beforeEach(async () => {
  [team, shipped] = [await kbFolder(), await kbFolder()];
  for (let n = 0; n < 30; n++) await shipped.write(`S${1000 + n}`, `Report number ${n}`, `The page shows report ${n}.`);
  await shipped.write('S2000', 'Visitors meet a wall', 'Visitors see HTTP 403.14 instead of the orchard.');
});
afterEach(async () => {
  await team.end();
  await shipped.end();
});

function open({ data, records }: FolderIndex): SearchIndex {
  return openIndex(data, packedArticles(data.articles, recordsInMemory(records)));
}

function ids(index: FolderIndex, text: string): string[] {
  const { results } = open(index).search({ text, codes: findCodes(text), filters: {}, limit: 5 });
  return results.map(({ id }) => id);
}

describe('indexFolders', () => {
  it('finds articles and gives them back whole', async () => {
    const index = await indexFolders([shipped.path]);
    expect(index).toMatchObject({ read: 31, kept: [], diagnostics: [] });
    expect(ids(index, '403.14')).toEqual(['S2000']);
    expect(open(index).article('S2000')).toMatchObject({ title: 'Visitors meet a wall', versions: ['10.0'] });
  });

  it('reads only what changed since, and finds the new text and not the old one', async () => {
    const before = await indexFolders([shipped.path]);
    await shipped.write('S2000', 'Visitors meet a hedge', 'Visitors see HTTP 404.3 instead of the meadow.');
    await shipped.write('S2001', 'The kiosk is closed', 'The kiosk answers 503.');
    await shipped.remove('S1007');
    const after = await indexFolders([shipped.path], { previous: before });
    expect(after.read).toBe(2);
    expect(ids(after, 'hedge meadow')).toEqual(['S2000']);
    expect(ids(after, 'kiosk')).toEqual(['S2001']);
    expect(ids(after, 'orchard')).toEqual([]);
    expect(ids(after, '403.14')).toEqual([]);
    expect(open(after).article('S1007')).toBeNull();
    expect(open(after).size).toBe(31);
    expect(ids(before, 'orchard')).toEqual(['S2000']);
  });

  it('ranks after an update as after making it anew', async () => {
    const before = await indexFolders([shipped.path]);
    await shipped.write('S2001', 'The kiosk shows a wall', 'Visitors of the kiosk see report 12 and 403.14.');
    const updated = await indexFolders([shipped.path], { previous: before });
    const anew = await indexFolders([shipped.path]);
    for (const text of ['403.14', 'kiosk wall', 'report 12', 'visitors', 'orcharde']) {
      expect(ids(updated, text).toSorted()).toEqual(ids(anew, text).toSorted());
      expect(ids(updated, text)[0]).toBe(ids(anew, text)[0]);
    }
  });

  it('keeps the last good article of a file that broke, until it is mended', async () => {
    const before = await indexFolders([shipped.path]);
    await shipped.writeText('S2000', 'no article at all');
    const broken = await indexFolders([shipped.path], { previous: before });
    expect(broken.kept).toEqual([expect.stringContaining('S2000.md')]);
    expect(broken.diagnostics.map(({ rule }) => rule)).toContain('not-an-article');
    expect(ids(broken, 'orchard')).toEqual(['S2000']);
    await shipped.write('S2000', 'Visitors meet a hedge', 'Visitors see the meadow.');
    const mended = await indexFolders([shipped.path], { previous: broken });
    expect(mended).toMatchObject({ read: 1, kept: [] });
    expect(ids(mended, 'orchard')).toEqual([]);
    expect(ids(mended, 'hedge')).toEqual(['S2000']);
  });

  it('lets the folder named first win, and the other one back when it has nothing any more', async () => {
    await team.write('S2000', 'Our own wall', 'Our visitors see the courtyard.');
    const both = await indexFolders([team.path, shipped.path]);
    expect(both.diagnostics).toMatchObject([{ rule: 'duplicate-id', severity: 'warning' }]);
    expect(open(both).article('S2000')?.title).toBe('Our own wall');
    expect(ids(both, 'orchard')).toEqual([]);
    await team.remove('S2000');
    const without = await indexFolders([team.path, shipped.path], { previous: both });
    expect(without).toMatchObject({ read: 0, diagnostics: [] });
    expect(ids(without, 'orchard')).toEqual(['S2000']);
  });

  it('is made anew when much has changed, and keeps the last good articles then too', async () => {
    const before = await indexFolders([shipped.path]);
    for (let n = 0; n < 10; n++) await shipped.write(`S${1000 + n}`, `Essay ${n}`, `An essay on ${n}.`);
    await shipped.writeText('S2000', 'no article at all');
    const after = await indexFolders([shipped.path], { previous: before });
    expect(after).toMatchObject({ read: 31, kept: [expect.stringContaining('S2000.md')] });
    expect(ids(after, 'orchard')).toEqual(['S2000']);
    expect(open(after).article('S2000')?.title).toBe('Visitors meet a wall');
  });

  it('tells of its progress', async () => {
    const told: [number, number][] = [];
    await indexFolders([shipped.path], { onProgress: (done, total) => told.push([done, total]) });
    expect(told.at(-1)).toEqual([31, 31]);
  });

  it('answers from folders without an article, and says so of one that is not there', async () => {
    const index = await indexFolders([team.path, `${team.path}-elsewhere`]);
    expect(ids(index, '403.14')).toEqual([]);
    expect(index.diagnostics).toMatchObject([{ rule: 'unreadable', severity: 'error' }]);
  });
});
