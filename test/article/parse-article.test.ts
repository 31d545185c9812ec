import { describe, expect, it } from 'vitest';
import { maxArticleBytes, parseArticle } from '../../src/article/parse-article.js';
import { Article } from '../../src/article/types.js';
import { missingLines } from '../support/missing-lines.js';
import { fixture, fixtures, golden } from './fixtures.js';

function page(changes: { title?: string; header?: string[]; body?: string } = {}): string {
  const {
    title = 'title: "S40105: a title"',
    header = ['Article: S40105'],
    body = 'CAUSE\n=====\n\nA cause.\n',
  } = changes;
  return `---\n${title}\n---\n\n${header.join('\n')}\n\n${body}`;
}

function rules(source: string | Uint8Array): string[] {
  return parseArticle(source, 'a.md').diagnostics.map(
    ({ rule, line, column }) => `${rule}@${line}${column === 1 ? '' : `:${column}`}`,
  );
}

describe('fixtures', () => {
  it.each(fixtures)('%s gives its golden, and the golden is an article', (name) => {
    const parsed = parseArticle(fixture(name), name);
    expect(parsed).toEqual(golden(name, parsed));
    expect(Article.parse(parsed.article)).toEqual(parsed.article);
  });

  it.each(fixtures)('%s loses no line', (name) => {
    const { article } = parseArticle(fixture(name), name);
    expect(article && missingLines(fixture(name).toString(), article)).toEqual([]);
  });

  it('gives one model for the page and the plain text of one article', () => {
    const [one, other] = ['archive-page.md', 'archive-text.txt'].map(
      (name) => parseArticle(fixture(name), 'same').article,
    );
    const withoutLines = (key: string, value: unknown) => (key === 'line' ? undefined : value);
    expect(JSON.stringify(one, withoutLines)).toBe(JSON.stringify(other, withoutLines));
  });
});

describe('the id', () => {
  it('is taken from the title where no Article line has it', () => {
    expect(parseArticle('---\ntitle: "Q1234: x"\n---\n\nSUMMARY\n=======\n\nx\n', 'a.md').article?.id).toBe('Q1234');
  });

  it('makes no article when it is missing or malformed', () => {
    expect(parseArticle(page({ title: 'title: "no id"', header: ['Article: '] }), 'a.md').article).toBeNull();
    expect(rules(page({ title: 'title: "no id"', header: ['Article: '] }))).toEqual(['no-id@5']);
    expect(rules(page({ header: ['Article: 401.5'] }))).toEqual(['no-id@5']);
  });

  it('is compared with the id in the title', () => {
    expect(rules(page({ header: ['Article: S40106'] }))).toEqual(['different-ids@2']);
  });
});

describe('diagnostics', () => {
  it.each([
    ['a missing title', page({ title: 'layout: page' }), ['no-title@1']],
    ['a date that does not exist', page({ header: ['Article: S40105', 'Last Modified: 31-FEB-2026'] }), ['bad-date@6']],
    ['front matter that is no YAML', page({ title: 'title: "S40105: a"\ncodes: [x' }), ['bad-front-matter@3:10']],
    ['several errors of YAML', page({ title: 'title: "S40105: a"\n@x\n@y\ncodes: [' }), ['bad-front-matter@3']],
    ['a tab in YAML', page({ title: 'title: "S40105: a"\nsources:\n\t- a' }), ['bad-front-matter@4']],
    [
      'front matter without end',
      page({ title: `title: "S40105: a"\n${'x: [y]\n'.repeat(3_000)}` }),
      ['bad-front-matter@1'],
    ],
    ['front matter that is never closed', '---\ntitle: x\n\nArticle: S40105\n', ['bad-front-matter@1']],
    ['codes that are no list', page({ title: 'title: "S40105: a"\ncodes: 401.5' }), ['bad-front-matter@3']],
    ['aliases', page({ title: 'title: "S40105: a"\ncodes: &a [x]\nsources: *a' }), ['bad-front-matter@1']],
    ['a file that is no article', 'Just a note.\n', ['not-an-article@1']],
    ['an empty file', '', ['not-an-article@1']],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]), ['not-an-article@1']],
    ['a file that is too large', 'x'.repeat(maxArticleBytes + 1), ['too-large@1']],
  ])('%s', (_, source, expected) => {
    expect(rules(source)).toEqual(expected);
  });

  it('ends where nesting does not', () => {
    const { diagnostics } = parseArticle(page({ title: `title: "S40105: a"\nx: ${'['.repeat(9_000)}` }), 'a.md');
    expect(diagnostics).toMatchObject([{ line: 3, message: 'bad front matter: it is nested too deeply' }]);
  });

  it('reads Windows-1252 and says where it is', () => {
    const bytes = Buffer.from(page({ body: 'CAUSE\n=====\n\nIt costs \x80 5.\n' }), 'latin1');
    const { article, diagnostics } = parseArticle(bytes, 'a.md');
    expect(JSON.stringify(article?.sections)).toContain('It costs € 5.');
    expect(diagnostics).toMatchObject([{ rule: 'wrong-encoding', severity: 'warning', line: 10, column: 10 }]);
  });

  it.each(['utf-16le', 'utf-16be'])('reads %s and says so', (encoding) => {
    const bytes = Buffer.from(`\uFEFF${page()}`, 'utf16le');
    const { article, diagnostics } = parseArticle(encoding === 'utf-16le' ? bytes : bytes.swap16(), 'a.md');
    expect(article?.title).toBe('a title');
    expect(diagnostics).toMatchObject([{ rule: 'wrong-encoding', severity: 'warning', line: 1, column: 1 }]);
    expect(diagnostics[0]?.message).toBe(`the file is ${encoding.toUpperCase()}, and was read as such`);
  });

  it('reads a NUL as a replacement character and says where it is', () => {
    const { article, diagnostics } = parseArticle(Buffer.from(page({ body: 'CAUSE\n=====\n\na\0b\n' })), 'a.md');
    expect(JSON.stringify(article?.sections)).toContain('a\uFFFDb');
    expect(diagnostics).toMatchObject([{ rule: 'wrong-encoding', severity: 'warning', line: 10, column: 2 }]);
  });

  it('drops a byte order mark', () => {
    expect(parseArticle(Buffer.from(`\uFEFF${page()}`), 'a.md').article?.id).toBe('S40105');
    expect(parseArticle(`\uFEFF${page()}`, 'a.md').article?.id).toBe('S40105');
  });
});

describe('header fields', () => {
  const header = [
    'Article: S40105',
    'Product(s): One, Two; Three | Four',
    'Version(s): :3.5 3.51',
    'Operating System(s): Windows Server 2008 to 2025',
    'Keyword(s): kbone | kbtwo',
    'Last Modified: 7-mar-2001',
  ];

  it('become lists and an ISO date', () => {
    expect(parseArticle(page({ header }), 'a.md').article).toMatchObject({
      products: ['One', 'Two', 'Three', 'Four'],
      versions: ['3.5', '3.51'],
      operatingSystems: ['Windows Server 2008 to 2025'],
      keywords: ['kbone', 'kbtwo'],
      lastModified: '2001-03-07',
    });
  });

  it('decode the entities of the title', () => {
    const title = 'title: "S40105: &quot;A&quot; &amp; B &lt;c&gt;"';
    expect(parseArticle(page({ title }), 'a.md').article?.title).toBe('"A" & B <c>');
  });
});

describe('query words', () => {
  it.each([
    'Additional query words:',
    'Additional querey words:',
    'Additional qeury words:',
    'Additional query word:',
    'Additional reference words:',
    'Additional Reference Words :',
    'Additional references words:',
    'Additional reference word(s):',
    'Additional article reference words:',
    'Additional keywords:',
    'Additional words:',
  ])('%s', (label) => {
    const { article } = parseArticle(page({ body: `CAUSE\n=====\n\nx\n\n${label} one two\nthree\n` }), 'a.md');
    expect(article?.queryWords).toEqual(['one', 'two', 'three']);
    expect(article?.sections[0]?.blocks).toHaveLength(1);
  });
});
