import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { asked } from '../support/lookups.js';
import { note } from '../support/notes.js';
import { vote } from '../support/votes.js';
import { substatus } from './substatus.js';

const ana = 'U0ANA0000';

/** Beside a store that is open, as a bot has it. */
describe('substatus privacy', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-privacy-'));
    store = await openStore({ path: join(folder, 'data', 'substatus.db') });
    for (const person of [ana, 'U0BEN0000']) await store.feedback.vote(vote({ person }));
    await store.notes.save(note({ author: ana, text: 'on web-07 it was the load balancer' }));
    const change = { team: 'T1', channel: null, person: ana, at: Date.now() };
    await store.settings.change({ ...change, values: { unfurl: { value: true } } });
    store.lookups.record(asked({ team: 'T2' }));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]) =>
    substatus(['privacy', ...args], '', { env: { SUBSTATUS_DATA: join(folder, 'data') }, cwd: folder });

  it('exports one row a line, to a new private file if wanted', async () => {
    const { stdout, stderr, exitCode } = await run('export', ana);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ table }) => table)).toEqual(['notes', 'feedback', 'settings_audit']);
    expect([exitCode, stderr]).toEqual([0, `3 rows about ${ana}.\n`]);
    expect((await run('export', ana, '--team', 'T1', '--out', 'ana.jsonl')).exitCode).toBe(0);
    const file = join(folder, 'ana.jsonl');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([stdout, 0o600]);
    expect(await run('export', ana, '--out', 'ana.jsonl')).toMatchObject({
      ...{ exitCode: 2, stdout: '', stderr: expect.stringMatching(/ana\.jsonl cannot be made/) },
    });
  });

  it('forgets a person when told so, and the store that is open knows', async () => {
    const first = await run('forget', ana);
    expect(first.stdout).toBe(
      [
        `${ana}:`,
        '  1 vote: deleted',
        '  1 note of theirs: without an author',
        '  1 entry of the audit: without their id',
        'Nothing was changed: say --yes to do it.',
        '',
      ].join('\n'),
    );
    expect(store.feedback.tally('T1', 'S401-5')).toMatchObject({ people: 2 });
    const done = await run('forget', ana, '--yes');
    expect(done.stdout).toMatch(/1 vote: deleted\n[\s\S]*Not removed: backups .*\n?.*Slack/);
    expect(await store.notes.newest('T1', 5)).toMatchObject([{ author: '[user]', authorName: '' }]);
    await expect.poll(() => store.feedback.tally('T1', 'S401-5')?.people, { timeout: 10_000 }).toBe(1);
    expect((await run('forget', ana, '--yes')).stdout).toMatch(/^U0ANA0000: nothing is kept\.\n/);
    expect((await run('export', ana)).stdout).toBe('');
  });

  it('forgets a whole workspace', async () => {
    await expect.poll(() => store.lookups.waiting).toBe(0);
    const { stdout } = await run('forget', '--team', 'T1', '--yes');
    expect(stdout).toMatch(/^T1: notes 1, feedback 2, settings 1, settings_audit 1, deleted\.\nNot removed/);
    expect((await run('forget', '--team', 'T1')).stdout).toMatch(/^T1: nothing is kept\./);
    expect((await run('forget', '--team', 'T2')).stdout).toMatch(/^T2: lookups 1, lookup_codes 1/);
  });

  it('says what is wrong with what it was given', async () => {
    const wrong: [string[], RegExp][] = [
      [['export', 'ana'], /Slack's id of a person/],
      [['forget', ana, '--team', 'acme'], /Slack's id of a workspace/],
      [['forget'], /Say whom/],
      [['forget', '--team', 'T1', '--delete-notes'], /about a person/],
    ];
    for (const [args, says] of wrong) {
      expect(await run(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(says) });
    }
  });
});
