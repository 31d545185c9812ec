import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { codesBesideArchive } from '../scripts/kb-coverage/codes-beside-archive.js';
import { coverage, gaps } from '../scripts/kb-coverage/coverage.js';
import { documentedCodes, joined } from '../scripts/kb-coverage/documented-codes.js';
import { readFolders } from '../src/article/read-folders.js';
import { check } from '../src/cli/check.js';
import { createLookup } from '../src/lookup/lookup.js';
import { buildIndex } from '../src/search/build-index.js';

const kbData = resolve(import.meta.dirname, '../kb-data');

it('passes the strict check without a word', async () => {
  const { articles, diagnostics } = await check([kbData], true);
  expect(articles).toBeGreaterThan(120);
  expect(diagnostics).toEqual([]);
});

it('has an article first for every documented code, but for the exceptions', async () => {
  const { articles } = await readFolders([kbData]);
  const codes = joined(documentedCodes(), codesBesideArchive());
  const rows = coverage(createLookup(buildIndex(articles)), articles, codes);
  expect(rows.length).toBeGreaterThan(200);
  expect(
    gaps(rows).map(({ code, state, misses }) => [code, state, misses.map(({ form, first }) => [form, first])]),
  ).toEqual([]);
});
