import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/article/find-files.js';
import { maxArticleBytes, parseArticle } from '../../src/article/parse-article.js';
import { readArticleSync, readFolders } from '../../src/article/read-folders.js';
import { indexFolders } from '../../src/search/build/index-folders.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'substatus-hostile-'));
  write('kb/S40102.md', article('S40102'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function article(id: string, front = '', body = 'x'): string {
  return `---\ntitle: "${id}: t"\n${front}---\n\nArticle: ${id}\n\nCAUSE\n=====\n\n${body}\n`;
}

/** What is read of `kb`, by both ways that there are; they must agree. */
async function read(): Promise<{ ids: string[]; remarks: string[] }> {
  const folder = join(root, 'kb');
  const { articles, diagnostics } = await readFolders([folder]);
  const indexed = await indexFolders([folder]);
  expect(indexed.data.articles.scopeOf.length).toBe(articles.length);
  const remarks = (list: typeof diagnostics) => list.map(({ rule, path }) => `${rule} ${relative(root, path)}`).sort();
  expect(remarks(indexed.diagnostics)).toEqual(remarks(diagnostics));
  for (const { message, advice } of diagnostics) expect([message, advice].every((text) => text.length > 10)).toBe(true);
  return { ids: articles.map(({ id }) => id), remarks: remarks(diagnostics) };
}

describe('a folder that somebody else may write into', () => {
  it('shows no file outside of it, wherever a link leads', async () => {
    write('outside/S40103.md', article('S40103'));
    write('kb-beside/S40104.md', article('S40104'));
    symlinkSync(join(root, 'outside/S40103.md'), join(root, 'kb/S40103.md'));
    symlinkSync('../outside', join(root, 'kb/folder'));
    symlinkSync('../kb-beside', join(root, 'kb/beside'));
    symlinkSync('/', join(root, 'kb/everything'));
    symlinkSync('/etc/passwd', join(root, 'kb/passwd.txt'));
    symlinkSync('/proc/self/environ', join(root, 'kb/environ.txt'));
    expect(await read()).toEqual({
      ids: ['S40102'],
      remarks: ['S40103.md', 'beside', 'environ.txt', 'everything', 'folder', 'passwd.txt'].map(
        (name) => `link-outside kb/${name}`,
      ),
    });
  });

  it('follows links within it, as container platforms lay out mounted files', async () => {
    write('kb/..2026/S40105.md', article('S40105'));
    symlinkSync('..2026', join(root, 'kb/..data'));
    symlinkSync('..data/S40105.md', join(root, 'kb/S40105.md'));
    expect(await read()).toEqual({ ids: ['S40102', 'S40105'], remarks: [] });
  });

  it('ends in circles of links, and in links to themselves', async () => {
    symlinkSync('.', join(root, 'kb/here'));
    symlinkSync('..', join(root, 'kb/up'));
    symlinkSync('self.md', join(root, 'kb/self.md'));
    mkdirSync(join(root, 'kb/a'));
    mkdirSync(join(root, 'kb/b'));
    symlinkSync('../b', join(root, 'kb/a/b'));
    symlinkSync('../a', join(root, 'kb/b/a'));
    expect(await read()).toEqual({ ids: ['S40102'], remarks: ['link-outside kb/up', 'unreadable kb/self.md'] });
  });

  it('is not waited for at pipes, devices and sockets', async () => {
    execFileSync('mkfifo', [join(root, 'kb/pipe.md'), join(root, 'kb/pipe.txt')]);
    symlinkSync('pipe.md', join(root, 'kb/link.md'));
    symlinkSync('/dev/zero', join(root, 'kb/zero.md'));
    symlinkSync('/dev/stdin', join(root, 'kb/stdin.md'));
    const { ids, remarks } = await read();
    expect(ids).toEqual(['S40102']);
    expect(remarks).toEqual(['link-outside kb/stdin.md', 'link-outside kb/zero.md']);
  });

  it('is not waited for when a file becomes a pipe after it was found', () => {
    const path = join(root, 'kb/late.md');
    execFileSync('mkfifo', [path]);
    expect(readArticleSync(path)).toMatchObject({ article: null, diagnostics: [{ rule: 'unreadable' }] });
    expect(readArticleSync('/dev/zero').diagnostics[0]?.rule).toBe('unreadable');
    expect(readArticleSync(join(root, 'kb')).diagnostics[0]?.rule).toBe('unreadable');
  });

  it('may hold files of any size', async () => {
    const sparse = openSync(join(root, 'kb/sparse.md'), 'w');
    ftruncateSync(sparse, 10 * 1024 ** 3);
    closeSync(sparse);
    write('kb/edge.md', article('S40103') + 'x'.repeat(maxArticleBytes));
    write('kb/empty.md', '');
    expect(await read()).toEqual({
      ids: ['S40102'],
      remarks: ['not-an-article kb/empty.md', 'too-large kb/edge.md', 'too-large kb/sparse.md'],
    });
  });

  it('may hold more files than are read', () => {
    for (let number = 0; number < 50; number += 1) write(`kb/${number % 7}/S5000${number}.md`, '');
    const { files, diagnostics } = findFiles(join(root, 'kb'), 20);
    expect(files).toHaveLength(20);
    expect(diagnostics).toMatchObject([{ rule: 'too-many-files', path: join(root, 'kb') }]);
  });

  it('may be as deep as the system allows', async () => {
    const deep = Array.from({ length: 60 }, () => 'd'.repeat(50)).join('/');
    write(`kb/${deep}/S40103.md`, article('S40103'));
    expect(await read()).toEqual({ ids: ['S40102', 'S40103'], remarks: [] });
  });

  it('may hold names of any characters', async () => {
    write('kb/new\nline.md', article('S40103'));
    write('kb/red\u001b[31m.md', 'no article');
    write('kb/\u202egpj.md', article('S40104'));
    write('kb/-rf.md', article('S40105'));
    write('kb/$(reboot).md', article('S40106'));
    const { ids, remarks } = await read();
    expect(ids.sort()).toEqual(['S40102', 'S40103', 'S40104', 'S40105', 'S40106']);
    expect(remarks).toEqual(['not-an-article kb/red\u001b[31m.md']);
  });
});

describe('an article of somebody else', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(at === 0 ? 0 : 9)}x]\n`,
  ).join('');

  it.each([
    ['unfolds aliases', bomb],
    ['refers to itself', 'a: &a [*a]\n'],
    ['merges', 'a: &a {b: c}\n<<: *a\n'],
    ['has tags', 'a: !!js/function "function () {}"\n'],
    ['nests without end', `a: ${'['.repeat(9_000)}\n`],
    ['nests maps without end', `${Array.from({ length: 150 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}`],
    [
      'has names of prototypes',
      '__proto__: {polluted: "yes"}\nconstructor: {prototype: {polluted: "yes"}}\ntoString: "x"\n',
    ],
    ['says a thing twice', 'codes: ["a"]\ncodes: ["b"]\n'],
    ['is very long', `a: "${'x'.repeat(100_000)}"\n`],
  ])('may have front matter that %s', async (_, front) => {
    write('kb/S40103.md', article('S40103', front));
    const { ids, remarks } = await read();
    expect(ids[0]).toBe('S40102');
    for (const remark of remarks) expect(remark).toMatch(/^bad-front-matter|^no-title/);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  const large = (piece: string) => piece.repeat(Math.floor((maxArticleBytes - 200) / Buffer.byteLength(piece)));
  it.each([
    '- ',
    '-\n',
    '1. ',
    '1.\n',
    ' ',
    '  - a\n',
    '>',
    '> ',
    '`',
    '```\n',
    '|',
    '| a ',
    '[',
    '[a](',
    '*',
    '_',
    '&amp;',
    '<',
    'http://',
    'Q288323 ',
    'a.',
    'NOTE: ',
    '====\n',
    'CAUSE\n=====\n',
    'Keywords : ',
    '\t',
    '\r',
    '\0',
    '\u200b',
    '0x8007',
    '401.5',
    ': ',
    'a: b\n',
  ])(
    'may repeat %j to the last byte',
    (piece) => {
      const parsed = parseArticle(article('S40103', '', large(piece)), 'S40103.md');
      expect(parsed.article === null || parsed.article.id === 'S40103').toBe(true);
    },
    20_000,
  );
});
