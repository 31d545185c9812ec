import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCodes } from '../../src/codes/find-codes.js';
import { buildIndex } from '../../src/search/build-index.js';
import { smallBase } from './fixture-articles.js';

const index = buildIndex(smallBase);
const words = fc.constantFrom(
  '401.5',
  '403',
  'ntlm',
  'visitor',
  'certifcate',
  'app pool',
  'WEB-03',
  '0x80070005',
  'the',
  '"',
  '*',
);
const question = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 30 }).map((some) => some.join(' ')),
);

it('gives distinct results by falling score, within the limit, with a confidence and a reason each', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 1, max: 5 }), (text, limit) => {
      const { results } = index.search({ text, codes: findCodes(text), filters: {}, limit });
      expect(results.length).toBeLessThanOrEqual(limit);
      expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
      for (const [rank, { score, confidence, why }] of results.entries()) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(results[rank - 1]?.score ?? Number.POSITIVE_INFINITY);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(why.length).toBeGreaterThan(0);
      }
    }),
  );
});

it('gives the same answer every time', () => {
  const again = buildIndex(smallBase);
  fc.assert(
    fc.property(question, (text) => {
      const query = { text, codes: findCodes(text), filters: {}, limit: 10 };
      expect(again.search(query)).toEqual(index.search(query));
      expect(again.suggest(text, 5)).toEqual(index.suggest(text, 5));
    }),
  );
});
