import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  allStrings,
  countOf,
  indexStrings,
  joinTables,
  numberOf,
  numbersBeginning,
  packStrings,
  stringAt,
} from '../../src/search/string-table.js';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });

it('gives every string back by number', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (strings) => {
      const table = packStrings(strings);
      expect(countOf(table)).toBe(strings.length);
      expect(allStrings(table)).toEqual(strings);
      expect(stringAt(table, strings.length)).toBe('');
    }),
  );
});

it('finds the number of every string, and none for others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 30 }), text, (strings, other) => {
      const index = indexStrings(strings);
      for (const [number, string] of strings.entries()) expect(numberOf(index, string)).toBe(number);
      expect(numberOf(index, other)).toBe(strings.includes(other) ? strings.indexOf(other) : null);
    }),
  );
});

it('holds the strings of several tables one behind the other', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 4 }), (tables) => {
      expect(joinTables(tables.map(packStrings))).toEqual(packStrings(tables.flat()));
    }),
  );
});

it('finds the first strings that begin with a text', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
      (strings, beginning) => {
        const whole = Buffer.from(beginning);
        const expected = strings.flatMap((one, number) => (Buffer.from(one).indexOf(whole) === 0 ? number : []));
        expect(numbersBeginning(packStrings(strings), beginning, 3)).toEqual(expected.slice(0, 3));
      },
    ),
  );
});
