import { expect, it } from 'vitest';
import { createLookup } from '../../src/lookup/lookup.js';
import { switchableLookup } from '../../src/lookup/switchable.js';
import { buildIndex } from '../../src/search/build-index.js';
import { article } from '../support/example-answers.js';

const index = (...ids: string[]) => buildIndex(ids.map((id) => article({ id, title: `Page ${id}` })));

it('tells how many articles it has now, and of when they are', () => {
  const unknown = createLookup(index('S1'));
  expect([unknown.size, unknown.refreshed]).toEqual([1, null]);
  const refreshed = new Date('2026-11-26T08:00:00Z');
  const lookup = switchableLookup(unknown);
  lookup.switchTo(createLookup(index('S1', 'S2'), refreshed));
  expect([lookup.size, lookup.refreshed]).toEqual([2, refreshed]);
});
