import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWord, rawWords } from '../../../src/search/analyzer.js';
import { RawWordNumbers } from '../../../src/search/build/raw-word-numbers.js';
import { GrowableUint32Array } from '../../../src/search/growable-array.js';

function wordsOf(numbers: RawWordNumbers, text: string): string[] {
  const found = new GrowableUint32Array();
  numbers.read(text, found);
  return Array.from(found.view(), (number) => numbers.text(number));
}

function expectedWords(text: string): string[] {
  return rawWords(text).filter((word) => word.length <= longestWord);
}

/** Texts that are rich in what words are made of and broken by. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'B', '7', '_', '-', '.', "'", '’', '+', '#', ' ', 'é', '\u0000', '𝒳', '😀') }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('RawWordNumbers', () => {
  it('splits texts as rawWords does', () => {
    const numbers = new RawWordNumbers();
    fc.assert(
      fc.property(texts, (text) => {
        expect(wordsOf(numbers, text)).toEqual(expectedWords(text));
      }),
      {
        numRuns: 2000,
      },
    );
  });

  it('knows the names of this field', () => {
    const text = "C++ and C#, C#sharp, w3svc.dll's sp6a; keep-alives_ x.- 'quoted' ++ # 401.5. A#_b C+ D";
    expect(wordsOf(new RawWordNumbers(), text)).toEqual(rawWords(text));
  });

  it('gives equal words equal numbers, in the order in which they are met', () => {
    const numbers = new RawWordNumbers();
    const found = new GrowableUint32Array();
    numbers.read('one two one 𝒳 two three', found);
    expect(Array.from(found.view())).toEqual([0, 1, 0, 2, 1, 3]);
  });

  it('passes over words that are too long, and takes texts of any length', () => {
    const numbers = new RawWordNumbers();
    const many = Array.from({ length: 50_000 }, (_, number) => `w${number}`);
    const text = [...many, 'x'.repeat(longestWord + 1), 'y'.repeat(longestWord), ...many].join(' ');
    expect(wordsOf(numbers, text)).toEqual([...many, 'y'.repeat(longestWord), ...many]);
    expect(numbers.size).toBe(many.length + 1);
  });
});
