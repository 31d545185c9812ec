import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KbFolder, kbFolder } from '../search/kb-folder.js';
import { substatus } from './substatus.js';

let kb: KbFolder;
let folder: string;
let index: string;
beforeAll(async () => {
  kb = await kbFolder();
  for (let n = 0; n < 20; n++) await kb.write(`S${1000 + n}`, `Report number ${n}`, `The page shows report ${n}.`);
  await kb.write('S2000', 'Visitors meet a wall', 'Visitors see HTTP 403.14 instead of the orchard.');
  folder = await mkdtemp(join(tmpdir(), 'substatus-index-'));
  index = join(folder, 'kb.index');
});
afterAll(async () => {
  await kb.end();
  await rm(folder, { recursive: true });
});

async function firstId(args: string[]): Promise<{ id: string | undefined; stderr: string }> {
  const { stdout, stderr } = await substatus(['lookup', ...args, '--json']);
  return { id: JSON.parse(stdout).results[0]?.id, stderr };
}

describe('substatus index', () => {
  it('makes an index that answers as the folders do', async () => {
    const made = await substatus(['index', kb.path, '--out', index]);
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    expect(made.stdout).toMatch(/^21 articles in .*kb\.index \(0\.\d MB\); 21 files read\.\n$/);
    const fromIndex = await substatus(['lookup', '403.14 orchard', '--index', index, '--json']);
    const fromFolder = await substatus(['lookup', '403.14 orchard', '--kb', kb.path, '--json']);
    expect(fromIndex.stdout).toBe(fromFolder.stdout);
    expect((await substatus(['card', 'S2000', '--index', index])).stdout).toContain('Visitors meet a wall');
  });

  it('reads only what changed, and keeps the last good version of what broke', async () => {
    await kb.writeText('S1003', 'not an article any more');
    const made = await substatus(['index', kb.path, '--out', index]);
    expect(made.stdout).toMatch(/^21 articles .* 1 files? read\./);
    expect(made.stderr).toMatch(/S1003\.md is no article any more: its last good version is kept/);
    expect((await firstId(['report number 3', '--index', index])).id).toBe('S1003');
    await kb.write('S1003', 'Report number 3', 'The page shows report 3.');
  });

  it('is built again when it is damaged, and the reason is told', async () => {
    const file = await open(index, 'r+');
    await file.write(Buffer.from('damage'), 0, 6, (await file.stat()).size - 200);
    await file.close();
    const asked = await firstId(['403.14', '--index', index, '--kb', kb.path]);
    expect(asked.id).toBe('S2000');
    expect(asked.stderr).toMatch(/kb\.index is damaged: it was altered \(.+\): building it again\./);
    expect(await firstId(['403.14', '--index', index])).toEqual({ id: 'S2000', stderr: '' });
  });

  it('is built again when it is of other folders, or no index', async () => {
    const other = join(folder, 'other.index');
    await writeFile(other, 'some other file');
    const foreign = await firstId(['403.14', '--index', other, '--kb', kb.path]);
    expect(foreign).toMatchObject({ id: 'S2000', stderr: expect.stringContaining('is no index of Substatus') });
    const shipped = await substatus(['index', '--out', other]);
    expect(shipped.stderr).toMatch(/was made of other folders: built it again/);
    const elsewhere = await firstId(['403.14', '--index', other, '--kb', kb.path]);
    expect(elsewhere).toMatchObject({ id: 'S2000', stderr: expect.stringContaining('was made of') });
  });

  it('says what is missing', async () => {
    expect(await substatus(['index', kb.path])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("required option '--out <file>'"),
    });
    const nowhere = await substatus(['index', join(folder, 'nowhere'), '--out', index]);
    expect(nowhere).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('No such folder') });
    const unwritable = await substatus(['index', kb.path, '--out', join(folder, 'no', 'such', 'kb.index')]);
    expect(unwritable).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('ENOENT') });
    expect((await readFile(index)).length).toBeGreaterThan(1000);
  });
});
