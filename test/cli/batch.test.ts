import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LookupReport } from '../../src/cli/lookup.js';
import { substatus } from './substatus.js';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'substatus-')), 'questions.jsonl');
});
afterEach(() => rmSync(file, { force: true }));

async function answers(args: string[], input = ''): Promise<LookupReport[]> {
  const { stdout, stderr, exitCode } = await substatus(['lookup', '--batch', ...args], input);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('substatus lookup --batch', () => {
  it('answers line by line, in order', async () => {
    const queries = Array.from({ length: 500 }, (_, index) => `error ${400 + (index % 100)}.${index % 20} no ${index}`);
    writeFileSync(file, queries.map((query) => `${JSON.stringify({ query, id: 'Q1' })}\n`).join(''));
    const reports = await answers([file, '--json', '--limit', '1']);
    expect(reports.map(({ query }) => query)).toEqual(queries);
    for (const { outcome, results } of reports) {
      expect(['answer', 'weak', 'none']).toContain(outcome);
      expect(results.length).toBeLessThanOrEqual(1);
    }
  });

  it('takes standard input, and prints JSON without being told', async () => {
    expect(await answers(['-'], '{"query":"403.14"}')).toMatchObject([{ query: '403.14', outcome: 'answer' }]);
  });

  it('takes a byte order mark, CRLF, empty lines and an empty question', async () => {
    writeFileSync(file, '\uFEFF{"query":"401.5"}\r\n\r\n  \r\n{"query":""}\r\n{"query":"403.14"}');
    expect((await answers([file])).map(({ query, outcome }) => [query, outcome])).toEqual([
      ['401.5', 'answer'],
      ['', 'none'],
      ['403.14', 'answer'],
    ]);
  });

  it('prints nothing for a file without a question', async () => {
    writeFileSync(file, '\n');
    expect(await answers([file])).toEqual([]);
  });

  it('names every line that is no question, and answers none', async () => {
    writeFileSync(file, '{"query":"401.5"}\n{"query":5}\nnot json\n[]\n{"query":"403.14"}\n');
    const { stdout, stderr, exitCode } = await substatus(['lookup', '--batch', file, '--json']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('Nothing was answered');
    expect([...stderr.matchAll(/questions\.jsonl:(\d+):1 /g)].map(([, line]) => line)).toEqual(['2', '3', '4']);
  });

  it('says that the file is not there', async () => {
    const { stderr, exitCode } = await substatus(['lookup', '--batch', file]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^substatus: The batch cannot be read: ENOENT.*Give a JSONL file, or - for standard input\.\n$/,
    );
  });
});
