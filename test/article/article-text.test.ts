import { describe, expect, it } from 'vitest';
import { articleText, blockText, inlineText, sectionsWithRole, sectionText } from '../../src/article/article-text.js';
import { parseArticle } from '../../src/article/parse-article.js';
import type { Article } from '../../src/article/types.js';
import { fixture } from './fixtures.js';

function own(): Article {
  const { article } = parseArticle(fixture('own-page.md'), 'own-page.md');
  if (article === null) throw new Error('the fixture is no article');
  return article;
}

describe('plain text', () => {
  it('of a section has its heading, steps with what belongs to them, and notes', () => {
    const [resolution] = sectionsWithRole(own(), 'resolution');
    expect(resolution && sectionText(resolution)).toBe(`RESOLUTION

1. Read the setting:

   pot get 1 /brew:mode
   pot get 1 /brew:lock

   mode must be any.

   WARNING: never change the mode of a pot that is on.
2. Set it, and brew again. The old article Q288323 has another way; so has https://example.com/pots/modes.html#any.

NOTE: for more than one pot:

- set every pot
- then restart the shelf`);
  });

  it('of an article opens with the title and ends with what it applies to', () => {
    const text = articleText(own());
    expect(text.startsWith('HTTP 418.99 - the teapot refuses to brew\n\nSYMPTOMS\n\nThe client gets 418')).toBe(true);
    expect(text.endsWith('Applies to:\n- Example Teapot Server 7.0 to 10.0')).toBe(true);
  });

  it('of runs and verbatim blocks is their text', () => {
    expect(
      inlineText([
        { type: 'text', text: 'see ' },
        { type: 'reference', text: 'Q1', id: 'Q1' },
      ]),
    ).toBe('see Q1');
    expect(blockText({ type: 'code', line: 1, text: 'a\n  b' })).toBe('a\n  b');
  });
});
