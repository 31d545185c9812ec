import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.js';
import { findCodes } from '../../src/codes/find-codes.js';

const program = resolve(import.meta.dirname, '../../bin/substatus.js');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Result {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Runs the program as it was built, in the test's folder. */
function substatus(...args: string[]): Promise<Result> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ stdout, stderr, exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1 });
    });
  });
}

function written(file: string) {
  const { article, diagnostics } = parseArticle(readFileSync(join(folder, file)), file);
  expect(diagnostics).toEqual([]);
  if (article === null) throw new Error(`${file} is no article`);
  return article;
}

describe('substatus new', () => {
  it('writes an article about a code, and says where and what to do next', async () => {
    expect(await substatus('new', '401.5', '--dir', 'team-kb')).toEqual({
      stdout: 'team-kb/T40105.md\nWrite what each TODO asks for, then run: substatus check team-kb --strict\n',
      stderr: '',
      exitCode: 0,
    });
    const article = written('team-kb/T40105.md');
    expect(article).toMatchObject({
      id: 'T40105',
      title: 'HTTP 401.5 - Authorization failed by ISAPI/CGI application',
      codes: ['401.5'],
    });
    expect(article.sections.map(({ heading }) => heading)).toEqual([
      'SYMPTOMS',
      'CAUSE',
      'RESOLUTION',
      'MORE INFORMATION',
    ]);
    const age = Date.now() - Date.parse(article.lastModified ?? '');
    expect(Math.abs(age)).toBeLessThan(2 * 86_400_000);
  });

  it('writes what check accepts, and check --strict says what is still to be written', async () => {
    await substatus('new', '401.5');
    expect(await substatus('check', '.')).toMatchObject({ stdout: '1 article: 0 errors, 0 warnings\n', exitCode: 0 });
    const { stdout, exitCode } = await substatus('check', '.', '--strict');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('T40105.md:1:1  error  unfinished  title, sources or query words still have a TODO - ');
    expect(stdout).toContain('error  unfinished  "TODO: the command" is still to be written');
    expect(stdout).toMatch(/\n1 article: \d errors, 0 warnings \(unfinished \d\)\n$/);
  });

  it.each([
    ['404', 'T40400', 'HTTP 404 - Not Found', '404'],
    ['401.501', 'T401501', 'HTTP 401.501 - Concurrent request rate limit reached', '401.501'],
    ['HTTP Error 502.3', 'T50203', 'HTTP 502.3 - Forwarder connection error', '502.3'],
    ['error 1067', 'T90001', 'error 1067 - ERROR_PROCESS_ABORTED', 'error 1067'],
    ['event 5002', 'T90001', 'event 5002 - Rapid-fail protection', 'event 5002'],
    ['FTP 530', 'T90001', 'FTP 530 - Not logged in', 'FTP 530'],
    ['0x8007000E', 'T90001', '0x8007000E - E_OUTOFMEMORY', '0x8007000E'],
    ['"Orders" say: HTTP 503', 'T90001', '"Orders" say: HTTP 503', '503'],
  ])('gives %s an id, a title and a code that is read again', async (subject, id, title, code) => {
    expect(await substatus('new', subject)).toMatchObject({ exitCode: 0, stderr: '' });
    const article = written(`${id}.md`);
    expect(article).toMatchObject({ id, title, codes: [code] });
    const asked = findCodes(subject)[0];
    expect(findCodes(code)[0]).toMatchObject({ kind: asked?.kind, code: asked?.code });
  });

  it('declares no code for a title without one', async () => {
    await substatus('new', 'The', 'pool', 'is', 'full');
    expect(written('T90001.md')).toMatchObject({ title: 'The pool is full', codes: [] });
    expect((await substatus('check', '.', '--strict')).stdout).toContain('error  no-code  T90001 declares no code');
  });

  it('never uses an id again, of no folder that it is told of, and names articles about the same code', async () => {
    await substatus('new', '401.5', '--dir', 'team/access');
    await substatus('new', 'A pool', '--dir', 'team/pools');
    const { stdout } = await substatus('new', '401.5', '--dir', 'team/new', '--kb', 'team');
    expect(stdout).toBe(
      'team/new/T90002.md\nabout the same code: team/access/T40105.md\n' +
        'Write what each TODO asks for, then run: substatus check team/new team --strict\n',
    );
  });

  it('takes an id that is given, to replace an article that ships', async () => {
    await substatus('new', '401.5', '--id', 's40105');
    expect(written('S40105.md').id).toBe('S40105');
  });

  it('writes over no file and no id', async () => {
    writeFileSync(join(folder, 'T40105.md'), 'notes');
    expect(await substatus('new', '401.5')).toEqual({
      stdout: '',
      stderr:
        'substatus: T40105.md was not written: EEXIST: file already exists. Give another folder with --dir or id with --id.\n',
      exitCode: 2,
    });
    expect(readFileSync(join(folder, 'T40105.md'), 'utf8')).toBe('notes');
    await substatus('new', '404', '--id', 'T1', '--dir', 'a');
    const { stderr, exitCode } = await substatus('new', '404', '--id', 'T1', '--dir', 'b', '--kb', 'a');
    expect(stderr).toBe('substatus: T1 is there already: a/T1.md. Give another id, or edit that file.\n');
    expect(exitCode).toBe(2);
    expect(existsSync(join(folder, 'b'))).toBe(false);
  });

  it.each([
    [['401.5', '--id', '40105'], '"40105" is no id: one letter, then digits, such as T40105.'],
    [[' '], 'Say what it is about: substatus new 401.5'],
    [[], "missing required argument 'code-or-title'"],
  ])('refuses %j', async (args, said) => {
    const { stderr, exitCode } = await substatus('new', ...args);
    expect(stderr).toContain(said);
    expect(exitCode).toBe(2);
  });

  it('says that the folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { stderr, exitCode } = await substatus('new', '401.5', '--dir', 'file');
    expect(stderr).toMatch(/^substatus: file\/T40105\.md was not written: EEXIST|ENOTDIR/);
    expect(exitCode).toBe(2);
  });
});
