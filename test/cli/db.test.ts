import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { asked } from '../support/lookups.js';
import { startPostgres } from '../support/postgres.js';
import { substatus } from './substatus.js';

const server = await startPostgres();
afterAll(() => server?.stop());

describe('substatus db and report', () => {
  let folder: string;
  let env: Record<string, string>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-db-'));
    env = { SUBSTATUS_DATA: join(folder, 'data') };
    const store = await openStore({ path: join(folder, 'data', 'substatus.db') });
    await store.deliveries.claim('a', 60_000);
    store.lookups.record(asked({ at: Date.UTC(2031, 0, 2), codes: ['401.5', '0x80070005'] }));
    store.lookups.record(
      asked({ at: Date.UTC(2031, 0, 3), question: 'why\n\u001b[31m', codes: [], outcome: 'none', article: null }),
    );
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => substatus(args, '', { env, cwd: folder });

  it('migrate says what is there', async () => {
    const { stdout, exitCode } = await run('db', 'migrate');
    expect(stdout).toMatch(
      /^Schema \d+, nothing to do\. .*substatus\.db: deliveries 1, lookups 2, lookup_codes 2\b.*\.\n$/,
    );
    expect(exitCode).toBe(0);
  });

  it('backup and restore bring everything back', async () => {
    expect((await run('db', 'backup', 'backup.db')).stdout).toMatch(/backup\.db: deliveries 1, lookups 2/);
    const refused = await run('db', 'restore', 'backup.db');
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/^substatus: .*is not empty .*--replace/),
    ]);
    expect((await run('db', 'restore', 'backup.db', '--replace')).stdout).toMatch(
      /^Restored\. .*deliveries 1, lookups 2/,
    );
  });

  it('rotate-key encrypts the tokens of workspaces anew, and says whose it cannot open', async () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const path = join(folder, 'data', 'substatus.db');
    const before = await openStore({ path }, { keys: [older] });
    await before.installations.save('T1', { bot: { token: 'xoxb-1' } });
    await before.close();
    expect(await run('db', 'rotate-key')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/SUBSTATUS_ENCRYPTION_KEY is missing\n.*openssl rand/),
    });
    env.SUBSTATUS_ENCRYPTION_KEY = newer.toString('hex');
    expect(await run('db', 'rotate-key')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/opens those of T1/),
    });
    env.SUBSTATUS_ENCRYPTION_KEY = `${newer.toString('base64')},${older.toString('base64')}`;
    expect((await run('db', 'rotate-key')).stdout).toMatch(
      /^Key [0-9a-f]{8}: 1 installations are encrypted anew, 0 were/,
    );
    const after = await openStore({ path }, { keys: [newer] });
    expect(await after.installations.find('T1')).toEqual({ bot: { token: 'xoxb-1' } });
    await after.close();
  });

  it('export gives one row a line, to a private file if wanted', async () => {
    const { stdout } = await run('db', 'export');
    const tables = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).table);
    expect(tables).toEqual(['deliveries', 'lookups', 'lookups', 'lookup_codes', 'lookup_codes']);
    expect((await run('db', 'export', '--out', 'all.jsonl')).exitCode).toBe(0);
    const file = join(folder, 'all.jsonl');
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([stdout, 0o600]);
    expect((await run('db', 'export', '--out', 'all.jsonl')).exitCode).toBe(2);
  });

  it('move asks for the target', async () => {
    const { stderr, exitCode } = await run('db', 'move');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('DATABASE_URL is not set')]);
  });

  it.skipIf(server === null)('move takes the file to a server', async () => {
    env.DATABASE_URL = (await server?.createDatabase()) ?? '';
    expect((await run('db', 'move')).stdout).toMatch(
      /^Moved, counted and compared\. postgres:.*deliveries 1, lookups 2, lookup_codes 2\b/,
    );
    expect((await run('report', '--since', '2031-01-01')).stdout).toContain('2 lookups since 2031-01-01 00:00 UTC.');
  });

  it('report lists codes, articles, what had no answer, and days', async () => {
    const { stdout } = await run('report', '--since', '2031-01-01');
    expect(stdout).toBe(
      [
        '2 lookups since 2031-01-01 00:00 UTC.',
        '',
        'Codes',
        '     1  0x80070005',
        '     1  401.5',
        '',
        'Articles',
        '     1  S401-5',
        '',
        'Without an answer',
        '     1  why [31m',
        '',
        'Day           answer    weak    none',
        '2031-01-02         1       0       0',
        '2031-01-03         0       0       1',
        '',
      ].join('\n'),
    );
    const json = await run('report', '--since', '2031-01-03', '--format', 'json');
    const svg = await run('report', '--since', '2031-01-01', '--format', 'svg');
    expect(svg.stdout).toMatch(/^<svg .*2 lookups: 1 answered, 0 not sure, 1 without an answer.*<\/svg>\n$/s);
    expect(JSON.parse(json.stdout)).toMatchObject({ lookups: 1, codes: [], days: [{ day: '2031-01-03', none: 1 }] });
  });

  it('says what is wrong with what it was given', async () => {
    const wrong = await run('report', '--since', 'yesterday');
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('12h, 30d, 4w or 2026-11-01')]);
    env.SUBSTATUS_DATA = 'elsewhere';
    const missing = await run('report');
    expect([missing.exitCode, missing.stderr]).toEqual([
      1,
      expect.stringMatching(/elsewhere\/substatus\.db is not there/),
    ]);
    env.DATABASE_URL = 'mysql://db/substatus';
    const setting = await run('db', 'migrate');
    expect([setting.exitCode, setting.stderr]).toEqual([
      2,
      expect.stringMatching(/DATABASE_URL is wrong: .*postgres:/),
    ]);
  });

  it('serve ends with a clear message when the store cannot be used', async () => {
    writeFileSync(join(folder, 'data', 'substatus.db'), 'no database '.repeat(1000));
    rmSync(join(folder, 'data', 'substatus.db-wal'), { force: true });
    Object.assign(env, { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
    const { stderr, exitCode } = await run('serve');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/^substatus: .*substatus\.db is no database of ours/),
    ]);
  });
});
