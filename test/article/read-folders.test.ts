import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxArticleBytes } from '../../src/article/parse-article.js';
import { readFolders } from '../../src/article/read-folders.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'substatus-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function article(id: string): string {
  return `---\ntitle: "${id}: t"\n---\n\nArticle: ${id}\n\nCAUSE\n=====\n\nx\n`;
}

async function read(...folders: string[]): Promise<{ ids: string[]; paths: string[]; remarks: string[] }> {
  const { articles, diagnostics } = await readFolders(folders.map((folder) => join(root, folder)));
  return {
    ids: articles.map(({ id }) => id),
    paths: articles.map(({ path }) => relative(root, path)),
    remarks: diagnostics.map(({ rule, severity, path }) => `${severity} ${rule} ${relative(root, path)}`),
  };
}

describe('which files are read', () => {
  it('reads every .md and .txt file of all depths, in the order of the paths', async () => {
    write('kb/b/deep/deeper/S40102.md', article('S40102'));
    write('kb/a/S40103.MD', article('S40103'));
    write('kb/Q1234.TXT', 'DOCUMENT:Q1234  1-JAN-2000  [x]\r\nTITLE   :t\r\n\r\nSUMMARY\r\n=======\r\n\r\nx\r\n');
    write('kb/picture.png', 'no article');
    write('kb/.git/S40109.md', article('S40109'));
    const { ids, paths, remarks } = await read('kb');
    expect(ids).toEqual(['Q1234', 'S40103', 'S40102']);
    expect(paths).toEqual(['kb/Q1234.TXT', 'kb/a/S40103.MD', 'kb/b/deep/deeper/S40102.md']);
    expect(remarks).toEqual([]);
  });

  it('passes over a README for people, not over one that is a broken article', async () => {
    write('kb/README.md', '# About these articles\n');
    write('kb/a/README.md', '---\ntitle: "no id"\n---\n');
    write('kb/notes.md', 'Just notes.\n');
    expect(await read('kb')).toEqual({
      ids: [],
      paths: [],
      remarks: ['error no-id kb/a/README.md', 'error not-an-article kb/notes.md'],
    });
  });

  it('reads a single file', async () => {
    write('kb/S40102.md', article('S40102'));
    expect((await read('kb/S40102.md')).ids).toEqual(['S40102']);
  });

  it('follows links, but not in circles, and reports broken ones', async () => {
    write('kb/a/S40102.md', article('S40102'));
    write('kb/.elsewhere/S40103.md', article('S40103'));
    symlinkSync(join(root, 'kb'), join(root, 'kb/a/up'));
    symlinkSync(join(root, 'kb/.elsewhere'), join(root, 'kb/linked'));
    symlinkSync(join(root, 'gone'), join(root, 'kb/broken.md'));
    const { ids, remarks } = await read('kb');
    expect(ids).toEqual(['S40102', 'S40103']);
    expect(remarks).toEqual(['error unreadable kb/broken.md']);
  });

  it('does not wait for a pipe that is named like an article', async () => {
    write('kb/S40102.md', article('S40102'));
    execFileSync('mkfifo', [join(root, 'kb/pipe.md')]);
    expect(await read('kb')).toMatchObject({ ids: ['S40102'], remarks: [] });
  });
});

describe('what cannot be read', () => {
  it('is reported, and the rest is read', async () => {
    write('kb/S40102.md', article('S40102'));
    write('kb/big.md', article('S40103') + 'x'.repeat(maxArticleBytes));
    const { ids, remarks } = await read('missing', 'kb');
    expect(ids).toEqual(['S40102']);
    expect(remarks).toEqual(['error unreadable missing', 'error too-large kb/big.md']);
  });
});

describe('the same id twice', () => {
  it('keeps the article of the folder named first, with a warning that has both paths', async () => {
    write('own/S40102.md', article('S40102'));
    write('shipped/S40102.md', article('S40102'));
    write('shipped/S40103.md', article('S40103'));
    const { articles, diagnostics } = await readFolders([join(root, 'own'), join(root, 'shipped')]);
    expect(articles.map(({ path }) => relative(root, path))).toEqual(['own/S40102.md', 'shipped/S40103.md']);
    expect(diagnostics).toMatchObject([
      { rule: 'duplicate-id', severity: 'warning', path: join(root, 'shipped/S40102.md') },
    ]);
    expect(diagnostics[0]?.message).toContain(join(root, 'own/S40102.md'));
  });

  it('is an error within one folder', async () => {
    write('kb/a.md', article('S40102'));
    write('kb/b.md', article('S40102'));
    expect(await read('kb')).toMatchObject({ paths: ['kb/a.md'], remarks: ['error duplicate-id kb/b.md'] });
  });
});
