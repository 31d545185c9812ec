import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, shorten } from '../../src/cards/shorten.js';

const text = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['the quick brown fox', 13, 'the quick…'],
    ['👍👍👍', 4, '👍…'],
    ['nospacesatall', 5, 'nosp…'],
  ])('%j in %i', (long, max, short) => {
    expect(shorten(long, max)).toBe(short);
  });

  it('never is longer than asked and never splits a character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 100 }), (long, max) => {
        const short = shorten(long, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('divide', () => {
  it('prefers ends of lines, then of words', () => {
    expect(divide('one two\nthree four five', 12)).toEqual(['one two\n', 'three four ', 'five']);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 100 }), (long, max) => {
        const parts = divide(long, max);
        expect(parts.join('')).toBe(long);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});
