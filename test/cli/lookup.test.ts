import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LookupReport } from '../../src/cli/lookup.js';
import { archiveFolder } from '../support/archive.js';
import { shipped, spawnSubstatus, substatus } from './substatus.js';

const ownArticle = `---
title: "T40105: HTTP 401.5 in our shop"
codes: ["401.5"]
---

Article: T40105

CAUSE
=====

The filter of the shop refuses guests.

RESOLUTION
==========

1. Sign in.
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function answer(...args: string[]): Promise<LookupReport> {
  const { stdout, stderr, exitCode } = await substatus(['lookup', ...args, '--json']);
  expect({ stderr, exitCode, lines: stdout.split('\n').length }).toEqual({ stderr: '', exitCode: 0, lines: 2 });
  return JSON.parse(stdout);
}

const idsOf = ({ results }: LookupReport): string[] => results.map(({ id }) => id);

describe('substatus lookup --json', () => {
  it('prints one object: the question, the outcome, and results with id, score and why', async () => {
    const { query, outcome, results } = await answer('401.5', 'sp6a');
    expect({ query, outcome }).toEqual({ query: '401.5 sp6a', outcome: 'answer' });
    expect(results[0]).toEqual({ id: 'Q288323', score: expect.any(Number), why: expect.any(Array) });
    expect(results[0]?.why.length).toBeGreaterThan(0);
  });

  it('gives ten results, or as batch as --limit says', async () => {
    expect((await answer('authentication fails')).results).toHaveLength(10);
    expect((await answer('authentication fails', '--limit', '2')).results).toHaveLength(2);
    expect((await answer('authentication fails', '--limit', '1000')).results.length).toBeGreaterThan(10);
  });

  it('finds the article on NTLM after SP6a in the archive', async () => {
    const archive = archiveFolder('iis', 'substatus lookup over the archive');
    if (archive === null) return;
    expect(idsOf(await answer('401.5', '--kb', archive)).slice(0, 3)).toContain('Q288323');
    expect(idsOf(await answer('401.5', 'ntlm', '--kb', archive))[0]).toBe('Q288323');
    expect(idsOf(await answer('401.5', 'sp6a', '--kb', archive))[0]).toBe('Q288323');
  });

  it('answers a negative number, and what follows -- as it is written', async () => {
    expect((await answer('-2147024891')).query).toBe('-2147024891');
    const { stdout } = await substatus(['lookup', '--json', '--', '--foo']);
    expect(JSON.parse(stdout)).toMatchObject({ query: '--foo', outcome: 'none' });
  });

  it('takes a very long question', async () => {
    expect((await answer(`${'noise '.repeat(15_000)} 401.5`)).query).toHaveLength(90_006);
  });
});

describe('substatus lookup --kb', () => {
  beforeEach(() => writeFileSync(join(folder, 'T40105.md'), ownArticle));

  it.each([
    ['repeated', (own: string) => ['503', '--kb', own, '--kb', shipped]],
    ['with several folders', (own: string) => ['503', '--kb', own, shipped]],
    ['before the question', (own: string) => ['--kb', own, shipped, '503']],
    ['repeated before the question', (own: string) => ['--kb', own, '--kb', shipped, '503']],
  ])('reads several folders: %s', async (_, args) => {
    const report = await answer(...args(folder));
    expect(report).toMatchObject({ query: '503', outcome: 'answer' });
  });

  it('reads only the folders that it is given', async () => {
    expect(idsOf(await answer('401.5', '--kb', folder))).toEqual(['T40105']);
  });

  it('names every folder that is not there', async () => {
    const { stdout, stderr, exitCode } = await substatus([
      'lookup',
      '401.5',
      '--kb',
      shipped,
      '--kb',
      '/no/a',
      '/no/b',
    ]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toBe('substatus: No such folder: /no/a, /no/b. Give folders of articles with --kb DIR.\n');
  });

  it('says that a folder has no article', async () => {
    rmSync(join(folder, 'T40105.md'));
    const { stderr, exitCode } = await substatus(['lookup', '401.5', '--kb', folder]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `substatus: No article could be read from ${folder}. Give folders of articles with --kb DIR.\n`,
    );
  });

  it('answers from the rest when some articles are broken, and says so', async () => {
    writeFileSync(join(folder, 'S99999.md'), 'no article at all');
    const { stdout, stderr, exitCode } = await substatus(['lookup', '401.5', '--kb', folder]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('HTTP 401.5 in our shop');
    expect(stderr).toContain('1 file has errors');
    expect(stderr).toContain(join(folder, 'S99999.md:1:1'));
  });
});

describe('substatus lookup for people', () => {
  it('prints a readable card without colour when nobody looks', async () => {
    const { stdout, stderr, exitCode } = await substatus(['lookup', '401.5', 'sp6a']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/\nCAUSE\n.*\nRESOLUTION\n.*\nQ288323 .*\nMatched: /s);
    expect(stdout).not.toContain('\u001b');
  });

  it('colours when FORCE_COLOR asks for it', async () => {
    const { stdout } = await substatus(['lookup', '401.5'], '', { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1mCAUSE\u001b[0m');
  });

  it('says when nothing is good enough, which is no failure', async () => {
    const { stdout, exitCode } = await substatus(['lookup', 'what is for lunch']);
    expect({ stdout: stdout.split('\n')[0], exitCode }).toEqual({
      stdout: 'No good match for: what is for lunch',
      exitCode: 0,
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const batch = spawnSubstatus(['lookup', '--batch', '-']);
    let stderr = '';
    batch.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    batch.stdin.end('{"query":"401.5 ntlm"}\n'.repeat(2_000));
    batch.stdout.once('data', () => batch.stdout.destroy());
    const exitCode = await new Promise((done) => batch.on('close', done));
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it.each([
    [[], 'substatus: Ask something: substatus lookup 401.5'],
    [[''], 'substatus: Ask something: substatus lookup 401.5'],
    [['401.5', '--limit', '0'], 'It must be a whole number from 1 to'],
    [['401.5', '--limit', '-1'], 'It must be a whole number from 1 to'],
    [['401.5', '--limit', 'abc'], 'It must be a whole number from 1 to'],
    [['401.5', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)\n(substatus lookup --help says how)"],
    [['401.5', '--batch', 'questions.jsonl'], 'Give a question or --batch, not both.'],
  ])('refuses %j and says what to do', async (args, message) => {
    const { stdout, stderr, exitCode } = await substatus(['lookup', ...args]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain(message);
  });
});
