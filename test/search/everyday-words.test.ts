import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.js';
import { createEverydayWords, findEverydayWords } from '../../src/search/everyday-words.js';
import { sketch } from './fixture-articles.js';

const articles = [
  sketch({
    id: 'S10001',
    title: 'Static files are sent without compression',
    symptoms: 'The response is not gzip encoded.',
  }),
  sketch({ id: 'S10002', title: 'A line of the log is cut off', symptoms: 'The last line runs into the next.' }),
  sketch({ id: 'S10003', title: 'Passwords expire too early', symptoms: 'Users must change it every week.' }),
];

describe('everyday words', () => {
  it('are read against the terms of an index; a row that no article speaks of is left out', () => {
    const none = createEverydayWords(() => null);
    expect(none.phrases.size).toBe(0);
    const all = createEverydayWords(() => 1);
    expect(all.phrases.size).toBeGreaterThan(300);
  });

  it('finds the longest phrase at a place, and each row once', () => {
    const words = {
      phrases: new Map([
        [
          'come',
          [
            { parts: ['come', 'back', 'up'], row: 1, meanings: [7] },
            { parts: ['come', 'back'], row: 2, meanings: [8] },
          ],
        ],
      ]),
    };
    const parts = ['it', 'come', 'back', 'up', 'and', 'come', 'back', 'and', 'come', 'back'];
    expect(findEverydayWords(words, parts).map(({ row, start }) => [row, start])).toEqual([
      [1, 1],
      [2, 5],
    ]);
  });

  it('lead from plain words to the article that uses the terms', () => {
    const index = buildIndex(articles);
    const found = index.search({ text: 'the pages arrive squeezed', codes: [], filters: {}, limit: 3 });
    expect(found.results[0]?.id).toBe('S10001');
    expect(found.corrections).toEqual([]);
    expect(found.results[0]?.why[0]).toMatchObject({ type: 'related', asked: 'squeezed' });
  });
});
