import { expect, it } from 'vitest';
import { parseInlines } from '../../src/article/inlines.js';

it.each(['Q102716', 'S40105', 'S401501', 'T40105', 'T90001'])('reads %s as a mention of an article', (id) => {
  expect(parseInlines(`See ${id}.`)).toEqual([
    { type: 'text', text: 'See ' },
    { type: 'reference', text: id, id },
    { type: 'text', text: '.' },
  ]);
});

it.each(['T4010', 'T60000', 'XT40105', 'T4010512', '`T40105`'])('reads none in %s', (text) => {
  expect(parseInlines(text).some(({ type }) => type === 'reference')).toBe(false);
});
