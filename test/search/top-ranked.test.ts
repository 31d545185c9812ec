import fc from 'fast-check';
import { expect, it } from 'vitest';
import { topRanked } from '../../src/search/top-ranked.js';

it('gives what sorting everything would give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 20 }),
      (scores, count) => {
        const articles = scores.map((_, article) => article);
        const score = (article: number): number => scores[article] ?? 0;
        const sorted = [...articles].sort((a, b) => score(b) - score(a) || a - b).slice(0, count);
        const room = new Float32Array(articles.length);
        expect(topRanked(Uint32Array.from(articles), Float32Array.from(scores), count, room)).toEqual(sorted);
      },
    ),
  );
});
