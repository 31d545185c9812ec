import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkArticles, rules } from '../../src/article/check/check-articles.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { readFolders } from '../../src/article/read-folders.js';
import { sectionRole } from '../../src/article/section-roles.js';

const guide = readFileSync(new URL('../../docs/KB-FORMAT.md', import.meta.url), 'utf8');
const kbData = fileURLToPath(new URL('../../kb-data', import.meta.url));

/** The first column of a table in the guide, by the first cell of its head. */
function column(head: string): string[] {
  const table = guide.split('\n\n').find((part) => part.startsWith(`| ${head} |`)) ?? '';
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
}

describe('docs/KB-FORMAT.md', () => {
  it('shows an article that is flawless beside the articles that ship', async () => {
    const example = /```text\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const { article, diagnostics } = parseArticle(example, 'S50399.md');
    if (article === null) throw new Error('the example is no article');
    const { articles } = await readFolders([kbData]);
    expect([...diagnostics, ...checkArticles([...articles, article])]).toEqual([]);
    expect(article.sections.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['paragraph', 'code'],
      ['list'],
      ['list'],
      ['heading', 'code', 'paragraph'],
      ['paragraph'],
    ]);
  });

  it('names every rule of check', () => {
    expect(column('rule')).toEqual(expect.arrayContaining(rules.map(({ name }) => name)));
  });

  it('names a role for every heading', () => {
    expect(column('heading').filter((heading) => sectionRole(heading) === 'other')).toEqual([]);
    expect(column('heading')).toHaveLength(8);
  });
});
