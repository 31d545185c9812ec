import { expect, it } from 'vitest';
import { findCodes } from '../../src/codes/find-codes.js';
import { buildIndex } from '../../src/search/build-index.js';
import { subjectOf } from '../../src/search/near-duplicates.js';
import type { SearchResult } from '../../src/search/types.js';
import { type ArticleSketch, sketch } from './fixture-articles.js';

it.each([
  ['IIS 4.0: Visitors Lose the Orchard', 'IIS5: Visitors Lose the Orchard'],
  ['PRB: The Kiosk Closes on Windows 95', 'BUG: The Kiosk Closes in Windows 2000'],
  ['HOWTO: Set Up the Orchard', 'How to Set Up an Orchard'],
])('takes %j and %j for one subject', (a, b) => {
  expect(subjectOf(a)).toBe(subjectOf(b));
});

it.each([
  ['HTTP 401.5 in the Orchard', 'HTTP 401.3 in the Orchard'],
  ['Error 0x80070005 in the Orchard', 'Error 0x80070021 in the Orchard'],
  ['Baseline of the Memory Object', 'Baseline of the Processor Object'],
])('keeps %j and %j apart', (a, b) => {
  expect(subjectOf(a)).not.toBe(subjectOf(b));
});

it('makes no subject of a title that says too little', () => {
  expect(subjectOf('IIS 4.0 Fix')).toBeNull();
});

const story = 'Visitors who walk into the orchard after the gate was painted see an empty page and a closed kiosk.';

function results(...articles: ArticleSketch[]): SearchResult[] {
  const text = 'visitors orchard kiosk';
  return buildIndex(articles.map(sketch)).search({ text, codes: findCodes(text), filters: {}, limit: 10 }).results;
}

it('lists an article that says the same for another version under the first', () => {
  const found = results(
    { id: 'Q1', title: 'IIS 4.0: Visitors Lose the Orchard', symptoms: story },
    { id: 'Q2', title: 'IIS 5.0: Visitors Lose the Orchard', symptoms: story },
  );
  expect(found.map(({ id, also }) => [id, also])).toEqual([['Q1', ['Q2']]]);
});

it('keeps apart what has the same title and says something else', () => {
  const found = results(
    { id: 'Q1', title: 'IIS 4.0: Visitors Lose the Orchard', symptoms: story },
    {
      id: 'Q2',
      title: 'IIS 5.0: Visitors Lose the Orchard',
      symptoms: 'A bird has taken the sign away, says the kiosk.',
    },
  );
  expect(found.map(({ id }) => id).toSorted()).toEqual(['Q1', 'Q2']);
});
