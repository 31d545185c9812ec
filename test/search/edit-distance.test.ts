import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../src/search/edit-distance.js';

/** The definition, without a table and without a limit. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const best = Math.min(
    naiveDistance(restA, b) + 1,
    naiveDistance(a, restB) + 1,
    naiveDistance(restA, restB) + (a[0] === b[0] ? 0 : 1),
  );
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return swapped ? Math.min(best, naiveDistance(a.slice(2), b.slice(2)) + 1) : best;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

it('equals the definition up to the limit, and is limit + 1 beyond it', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(naiveDistance(a, b), limit + 1));
    }),
    { examples: [['aab', 'accca', 2]] },
  );
});

it('counts a swap of neighbours as one slip', () => {
  expect(editDistance('nltm', 'ntlm', 2)).toBe(1);
});
