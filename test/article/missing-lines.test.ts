import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksWithin } from '../../src/article/blocks-within.js';
import { decode } from '../../src/article/decode.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { readFolders } from '../../src/article/read-folders.js';
import type { Article, Block } from '../../src/article/types.js';
import { archiveFolder } from '../support/archive.js';
import { missingLines } from '../support/missing-lines.js';
import { fixture, fixtures } from './fixtures.js';

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

  it('sees text that the source does not have', () => {
    const doubled = parsed('own-page.md');
    const last = doubled.sections.at(-1);
    last?.blocks.push(...last.blocks.slice(-1));
    expect(missingLines(fixture('own-page.md').toString(), doubled)).not.toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['flowed', (text) => text.replace('\n', ' ')],
    ['moved to the margin', (text) => text.replace(/^ +/gm, '')],
    ['with other gaps', (text) => text.replace(/ {2,}/g, ' ')],
    ['without its rule', (text) => text.replace(/^[- ]{5,}\n/m, '')],
  ])('sees a table that is %s', (_, change) => {
    const source = page(
      'Name          What it is\n------------  ----------\n  pot         a pot\n\n  cup         a cup\n',
    );
    const { article } = parseArticle(source, 'a.md');
    const table = article?.sections[0]?.blocks[0];
    if (!article || table?.type !== 'table') throw new Error('no table');
    expect(missingLines(source, article)).toEqual([]);
    const text = change(table.text);
    expect(text).not.toBe(table.text);
    table.text = text;
    expect(missingLines(source, article)).not.toEqual([]);
  });

  it('sees whatever block of an article is dropped or doubled', () => {
    for (const name of fixtures) {
      const source = fixture(name).toString();
      const count = blocksWithin(parsed(name).sections.flatMap(({ blocks }) => blocks)).length;
      for (let index = 0; index < count; index += 1) {
        for (const change of [drop, double]) {
          const article = parsed(name);
          change(article, index);
          expect(missingLines(source, article), `${name}, block ${index}, ${change.name}`).not.toEqual([]);
        }
      }
    }
  });
});

describe('text on both sides of the applies-to lines', () => {
  it('is not run together', () => {
    const block = 'The information in this article applies to:\n- A pot\n---------\n';
    const source = page(`One.\n---------\n${block}Two.\n`).replace('CAUSE\n=====\n\n', '');
    const { article } = parseArticle(source, 'a.md');
    expect(article?.sections[0]?.blocks).toHaveLength(2);
    expect(article && missingLines(source, article)).toEqual([]);
  });
});

function page(body: string): string {
  return `---\ntitle: "S40105: t"\n---\n\nArticle: S40105\n\nCAUSE\n=====\n\n${body}`;
}

function drop(article: Article, place: number): void {
  change(article, place, () => []);
}

function double(article: Article, place: number): void {
  change(article, place, (block) => [block, block]);
}

/** Puts other blocks in the place of one, counted in source order. */
function change(article: Article, place: number, by: (block: Block) => Block[]): void {
  let seen = -1;
  const changed = (blocks: Block[]): Block[] =>
    blocks.flatMap((block) => {
      seen += 1;
      if (seen === place) return by(block);
      if (block.type === 'note') block.blocks = changed(block.blocks);
      if (block.type === 'list') for (const item of block.items) item.blocks = changed(item.blocks);
      return [block];
    });
  for (const section of article.sections) section.blocks = changed(section.blocks);
}

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
