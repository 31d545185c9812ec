import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check, checkCommand, checkText } from '../../src/cli/check.js';
import { archiveFolder } from '../support/archive.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
  mkdirSync(join(folder, 'access'));
  write('access/S40105.md', 'Last Modified: 23-NOV-2026\n\nCAUSE\n=====\n\nSee S40199.\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
});

function write(path: string, body: string): void {
  const id = /S\d+/.exec(path)?.[0];
  writeFileSync(join(folder, path), `---\ntitle: "${id}: t"\n---\n\nArticle: ${id}\n${body}`);
}

async function run(...args: string[]): Promise<{ output: string; exitCode: unknown }> {
  const chunks: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => chunks.push(String(chunk)) > 0);
  try {
    await checkCommand().parseAsync(args, { from: 'user' });
  } finally {
    stdout.mockRestore();
  }
  return { output: chunks.join('').replaceAll(folder, 'KB'), exitCode: process.exitCode };
}

describe('substatus check', () => {
  it('prints place, severity, rule, what and what to do, and a summary; warnings leave the exit code 0', async () => {
    expect(await run(folder)).toEqual({
      output: `KB/access/S40105.md:11:5  warning  broken-reference  S40199 is in none of these folders - correct the id, write that article, or check its folder together with this one
1 article: 0 errors, 1 warning (broken-reference 1)
`,
      exitCode: 0,
    });
  });

  it('exits with 1 for errors', async () => {
    write('access/S40106.md', 'Last Modified: 23/11/2026\n\nSTATUS\n======\n\nx\n');
    const { output, exitCode } = await run(folder);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      'KB/access/S40106.md:6:16  error  bad-date  "23/11/2026" is no date - write it as DD-MON-YYYY',
    );
    expect(output).toContain('KB/access/S40106.md:8:1  error  no-answer');
    expect(output).toMatch(/\n2 articles: 2 errors, 1 warning \(.*\)\n$/);
  });

  it('prints one JSON object with everything', async () => {
    const { output } = await run(folder, '--json');
    expect(JSON.parse(output)).toMatchObject({
      articles: 1,
      errors: 0,
      warnings: 1,
      diagnostics: [
        { rule: 'broken-reference', severity: 'warning', path: 'KB/access/S40105.md', line: 11, column: 5 },
      ],
    });
  });

  it('points at the words that are meant, wherever in a paragraph they stand', async () => {
    write('access/S40105.md', '\nCAUSE\n=====\n\nOne\ntwo, see S40199\nand S40198, and S40199.\n\n1. a\n\n   3. b\n');
    const { output } = await run(folder);
    const places = output
      .split('\n')
      .flatMap((line) => /md:(\d+:\d+) {2}\w+ {2}([\w-]+)/.exec(line)?.slice(1).join(' ') ?? []);
    expect(places).toEqual(['11:10 broken-reference', '12:5 broken-reference', '16:4 broken-steps']);
  });

  it('prints nothing that a terminal obeys, and cuts long values', async () => {
    write('access/S40106\n.md', `Last Modified: \x1b[2J${'x'.repeat(5_000)}\n\nCAUSE\n=====\n\nx\n`);
    const { output } = await run(folder);
    expect(output).toContain('S40106\\u000a.md:6:16  error  bad-date  "\\u001b[2Jxxx');
    expect(output.split('\n').every((line) => line.length < 600)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(output).not.toMatch(/[\0-\x09\x0b-\x1f]/);
  });

  it('says that a folder is missing', async () => {
    const { output, exitCode } = await run(join(folder, 'gone'));
    expect(output).toContain('KB/gone:1:1  error  unreadable  the folder cannot be read: ENOENT');
    expect(exitCode).toBe(1);
  });

  it('prints at most 20 lines of a rule and counts the rest', async () => {
    const mentions = Array.from({ length: 30 }, (_, index) => `See S402${10 + index}.`).join('\n');
    write('access/S40107.md', `\nCAUSE\n=====\n\n${mentions}\n`);
    const { output } = await run(folder);
    expect(output.split('\n').filter((line) => line.includes('  broken-reference  '))).toHaveLength(20);
    expect(output).toContain('... and 11 more broken-reference (--json has them all)');
  });
});

describe('folders as they are', () => {
  it('finds nothing in the articles that ship', async () => {
    const { diagnostics } = await check([fileURLToPath(new URL('../../kb-data', import.meta.url))]);
    expect(diagnostics).toEqual([]);
  });

  it('sums the archive up in few lines', async () => {
    const archive = archiveFolder('iis', 'check over the archive');
    if (archive === null) return;
    const report = await check([archive]);
    expect(report.articles).toBe(1666);
    expect(checkText(report).split('\n').length).toBeLessThan(100);
  });
});
