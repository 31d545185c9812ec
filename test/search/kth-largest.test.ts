import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kthLargest } from '../../src/search/kth-largest.js';

it('gives what sorting would give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (values, k) => {
        const sorted = values.toSorted((a, b) => b - a);
        expect(kthLargest(Float32Array.from(values), k)).toBe(sorted[k - 1] ?? Number.NEGATIVE_INFINITY);
      },
    ),
  );
});
