import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { freePort } from '../support/bot.js';
import { planted, plantedSetting, secretParts } from '../support/planted-secrets.js';
import { type Result, resultOf, shipped, spawnSubstatus, substatus } from './substatus.js';

const minute = 60_000;
const key = '0123456789abcdef'.repeat(4);
const allPlanted = Object.values(planted).join(' and ');

describe('secrets of a process that serves', () => {
  let folder: string;
  let slack: LocalSlack;
  let port: number;
  let bot: ChildProcessWithoutNullStreams;
  let ended: Promise<Result>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-secrets-'));
    slack = await startLocalSlack({ delivery: { type: 'http' } });
    port = await freePort();
  });
  afterEach(async () => {
    bot.kill('SIGKILL');
    await slack.stop();
    rmSync(folder, { recursive: true });
  });

  async function serve(access: Record<string, string>): Promise<void> {
    const own = { SLACK_TRANSPORT: 'http', SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_API_URL: slack.apiUrl };
    const env = {
      ...own,
      HOST: '127.0.0.1',
      PORT: String(port),
      SUBSTATUS_DATA: folder,
      LOG_LEVEL: 'trace',
      ...access,
    };
    bot = spawnSubstatus(['serve', '--kb', shipped], { env, cwd: folder });
    ended = resultOf(bot);
    for (let ready = false; !ready && bot.exitCode === null; await wait(50)) {
      ready = await get('/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
    }
  }

  /** What is seen of the bot at an address of its own. */
  async function get(path: string): Promise<{ status: number; seen: string }> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
    return { status: response.status, seen: JSON.stringify([...response.headers]) + (await response.text()) };
  }

  async function printed(): Promise<string> {
    bot.kill('SIGTERM');
    const { stdout, stderr, exitCode } = await ended;
    expect(exitCode).toBe(0);
    expect(stderr).toContain('"msg":"stopped"');
    return stdout + stderr;
  }

  it(
    'are in nothing that it prints, and on none of its pages, when people paste them and Slack fails',
    async () => {
      await serve({ SLACK_BOT_TOKEN: slack.botToken });
      await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
      const ana = slack.as('ana');
      await ana.command('/kb', `403.14 ${allPlanted}`, '#incident-4711');
      const typed = await ana.post('#incident-4711', `@Substatus 403.14 directory listing ${allPlanted}`);
      await ana.messageShortcut('kb_save_note', typed);
      const form = await slack.waitForView('ana', ({ callback_id }) => callback_id === 'kb:v1:new-note');
      expect(JSON.stringify(form.blocks)).not.toMatch(secretParts);
      await ana.submit(form, { 'kb:v1:note-text': `load balancer ${allPlanted}` });
      slack.failNext('chat.postMessage', { error: 'internal_error' });
      await ana.post('#incident-4711', `@Substatus 403.14 ${allPlanted}`);
      const pages = [await get('/metrics'), await get('/readyz'), await get('/healthz')];
      const all = pages.map(({ seen }) => seen).join('') + (await printed());
      expect(all).not.toMatch(secretParts);
      for (const own of [slack.botToken, slack.signingSecret]) expect(all).not.toContain(own);
    },
    minute,
  );

  it(
    'are not told when the database cannot be reached whose password is a setting',
    async () => {
      const url = `postgres://substatus:${plantedSetting}@127.0.0.1:${await freePort()}/substatus`;
      await serve({ SLACK_BOT_TOKEN: slack.botToken, DATABASE_URL: url });
      await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
      const ready = await get('/readyz');
      expect(ready.seen).toContain('"store"');
      await slack.as('ana').command('/kb', '401.5', '#incident-4711');
      const all = ready.seen + (await get('/metrics')).seen + (await printed());
      expect(all).not.toMatch(secretParts);
    },
    minute,
  );

  it(
    'are on no page for installing, with headers that let nothing foreign load, and in no line about it',
    async () => {
      await serve({
        ...{
          SLACK_CLIENT_ID: '1.2',
          SLACK_CLIENT_SECRET: plantedSetting,
          SLACK_STATE_SECRET: `${plantedSetting}-state`,
        },
        SUBSTATUS_ENCRYPTION_KEY: key,
      });
      const query = `code=${plantedSetting}&state=${plantedSetting}`;
      const paths = [
        '/slack/install',
        `/slack/oauth_redirect?${query}`,
        `/slack/oauth_redirect?error=${plantedSetting}`,
      ];
      const pages = await Promise.all(paths.map(get));
      for (const { seen } of pages) {
        expect(seen).toMatch(
          /content-security-policy","default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'/,
        );
        for (const header of ['no-referrer', 'nosniff', 'no-store', "frame-ancestors 'none'"]) {
          expect(seen).toContain(header);
        }
      }
      const all = pages.map(({ seen }) => seen).join('') + (await get('/metrics')).seen + (await printed());
      expect(all).not.toMatch(secretParts);
      expect(all).not.toContain(key);
    },
    minute,
  );
});

describe('settings that are wrong', () => {
  it.each([
    { DATABASE_URL: `mysql://substatus:${plantedSetting}@127.0.0.1/substatus` },
    { DATABASE_URL: `postgres://substatus:${plantedSetting}@127.0.0.1:none/substatus` },
    { DATABASE_URL: plantedSetting },
    { SLACK_BOT_TOKEN: plantedSetting, SLACK_APP_TOKEN: plantedSetting },
    { SLACK_CLIENT_ID: plantedSetting, SUBSTATUS_ENCRYPTION_KEY: plantedSetting, SLACK_CLIENT_SECRET: plantedSetting },
  ])('are named without what they hold: %#', async (env) => {
    for (const command of [['serve'], ['db', 'status']]) {
      const { stdout, stderr, exitCode } = await substatus(command, '', { env, cwd: tmpdir() });
      expect([0, 1, 2]).toContain(exitCode);
      expect(stdout + stderr).not.toMatch(secretParts);
    }
  });
});
