import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/article/decode.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { readFolders } from '../../src/article/read-folders.js';
import type { Article } from '../../src/article/types.js';
import { archiveFolder } from '../support/archive.js';
import { missingLines } from '../support/missing-lines.js';
import { fixture } from './fixtures.js';

function parsed(name: string): Article {
  const { article } = parseArticle(fixture(name), name);
  if (article === null) throw new Error(`${name} is no article`);
  return article;
}

/** Lines that are found missing when something is taken out of the model of a fixture. */
function missingWithout(name: string, drop: (article: Article) => void): string[] {
  const article = parsed(name);
  drop(article);
  return missingLines(fixture(name).toString(), article).map(({ text }) => text);
}

describe('the proof that nothing is lost', () => {
  it.each<[string, (article: Article) => void, string]>([
    [
      'a paragraph',
      ({ sections }) => sections[0]?.blocks.shift(),
      'After the print gateway is moved to another server',
    ],
    ['a list item', ({ sections }) => listOf(sections).items.pop(), '3. Restart the service:'],
    ['a section', ({ sections }) => sections.splice(1, 1), 'CAUSE'],
    ['a title', (article) => Object.assign(article, { title: 'x' }), 'TITLE   :Labels Fail'],
    ['a product', ({ products }) => products.pop(), 'PRODUCT :Example Label Server'],
    ['a version', ({ versions }) => versions.pop(), 'PROD/VER::2.0,2.5'],
    ['a keyword', ({ keywords }) => keywords.pop(), 'KEYWORDS:kblabels kbenv'],
    ['the date', (article) => Object.assign(article, { lastModified: null }), 'DOCUMENT:Q990101'],
    ['an applies-to line', ({ appliesTo }) => appliesTo.shift(), '- Example Label Server, version 2.0'],
    ['a query word', ({ queryWords }) => queryWords.pop(), 'Additional query words:'],
    ['a footer field', ({ footer }) => delete footer.Technology, 'Technology        :'],
  ])('sees that %s is gone', (_, drop, expected) => {
    expect(missingWithout('archive-text.txt', drop)[0]).toContain(expected);
  });

  it('sees front matter that is gone', () => {
    expect(missingWithout('own-page.md', ({ codes }) => codes.pop())[0]).toContain('codes:');
    expect(missingWithout('own-page.md', ({ sources }) => sources.pop())[0]).toContain('Example Teapot Handbook');
  });

  it('sees a line that is gone while its words stand elsewhere', () => {
    const source = fixture('own-page.md').toString();
    const doubled = source.replace('Coffee is refused.', 'Coffee is refused.\n   Coffee is refused.');
    expect(missingLines(doubled, parsed('own-page.md'))).not.toEqual([]);
  });
});

function listOf(sections: Article['sections']): { items: unknown[] } {
  const list = sections[2]?.blocks.find((block) => block.type === 'list');
  if (list?.type !== 'list') throw new Error('the fixture has no list there');
  return list;
}

describe('the archive', () => {
  it.each(['iis', 'iis-txt'] as const)('loses no line of %s', async (name) => {
    const folder = archiveFolder(name, 'that no line of the archive is lost');
    if (folder === null) return;
    const { articles } = await readFolders([folder]);
    expect(articles).toHaveLength(1666);
    const lost = articles.flatMap((article) => {
      const source = decode(readFileSync(article.path), article.path).text;
      return missingLines(source, article).map(({ line }) => `${article.path}:${line}`);
    });
    expect(lost).toEqual([]);
  });
});
