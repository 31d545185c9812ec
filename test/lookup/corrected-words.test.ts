import { beforeAll, describe, expect, it } from 'vitest';
import type { Lookup } from '../../src/lookup/types.js';
import { shippedLookup } from '../support/bot.js';

describe('a question whose misspelt words look like a pattern', () => {
  let lookup: Lookup;
  beforeAll(async () => {
    lookup = await shippedLookup();
  });

  it.each([
    'authentification++ denyed',
    'regstry.exe',
    "authentification's denyed",
    'a+authentification#',
    '$& authentification $1',
  ])('is answered: %s', (question) => {
    expect(() => lookup.ask(question)).not.toThrow();
    for (const text of lookup.ask(question).didYouMean) expect(text).not.toContain('$&authent');
  });
});
