import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
  mkdirSync(join(folder, 'archive/kb/100/Q100001'), { recursive: true });
  mkdirSync(join(folder, 'ours'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function originality(archive: string | undefined): Promise<{ stdout: string; exitCode: unknown }> {
  const { SUBSTATUS_ARCHIVE: _, ...others } = process.env;
  const env = archive === undefined ? others : { ...others, SUBSTATUS_ARCHIVE: archive };
  return new Promise((done) => {
    const args = ['--import', 'tsx', 'scripts/kb-originality.ts', join(folder, 'ours')];
    execFile(process.execPath, args, { env }, (error, stdout) => {
      done({ stdout: stdout.replaceAll(folder, 'T'), exitCode: error?.code ?? 0 });
    });
  });
}

it('says that it goes without an archive, which is no failure', async () => {
  expect(await originality(undefined)).toEqual({
    stdout: 'Not checked: SUBSTATUS_ARCHIVE names no archive to compare T/ours with.\n',
    exitCode: 0,
  });
});

it('prints file, line, article and words of a copied run, and fails', async () => {
  const copied = 'nine small grey geese walk home along the river';
  writeFileSync(
    join(folder, 'ours/S1.md'),
    `---\ntitle: "S1: t"\n---\n\nArticle: S1\n\nCAUSE\n=====\n\nToday\n${copied}.\n`,
  );
  writeFileSync(join(folder, 'archive/kb/100/Q100001/README.md'), `\tThen ${copied} again.\n`);
  expect(await originality(join(folder, 'archive'))).toEqual({
    stdout: `T/ours/S1.md:11  100/Q100001  ${copied}\nArticles: 1, compared with 1 of the archive. Shared runs: 1\n`,
    exitCode: 1,
  });
});
