import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { archiveFolder } from '../support/archive.js';
import { freePort, type TransportName, visibleText } from '../support/bot.js';
import { type Result, resultOf, shipped, spawnSubstatus, substatus } from './substatus.js';

const minute = 60_000;

function settings(slack: LocalSlack, transport: TransportName, port: number): Record<string, string> {
  return {
    SLACK_TRANSPORT: transport,
    SLACK_BOT_TOKEN: slack.botToken,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret, HOST: '127.0.0.1' }),
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
  };
}

/** Settings for a bot that people install. */
function installable(slack: LocalSlack, transport: TransportName, port: number): Record<string, string> {
  const { SLACK_BOT_TOKEN: _, ...rest } = settings(slack, transport, port);
  return {
    ...rest,
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'client-secret-0123', SLACK_STATE_SECRET: 'state-secret-0123' },
    SUBSTATUS_ENCRYPTION_KEY: 'ab'.repeat(32),
  };
}

/** What `/readyz` answers; null while nobody listens. */
async function health(port: number): Promise<number | null> {
  const answered = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answered?.status ?? null;
}

async function untilHealthy(port: number): Promise<void> {
  while ((await health(port)) !== 200) await wait(50);
}

describe.each(['socket', 'http'] as const)('substatus serve over %s', (transport) => {
  const archive = archiveFolder('iis', `serve over ${transport} with the archive`);
  let folder: string;
  let slack: LocalSlack;
  let port: number;
  let bot: ChildProcessWithoutNullStreams;
  let ended: Promise<Result>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-'));
    writeFileSync(join(folder, 'S99999.md'), 'no article at all');
    slack = await startLocalSlack({ delivery: { type: transport } });
    port = await freePort();
    bot = spawnSubstatus(['serve', '--kb', folder, '--kb', archive ?? shipped], {
      env: settings(slack, transport, port),
    });
    ended = resultOf(bot);
    await untilHealthy(port);
    if (transport === 'http') await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  }, minute);
  afterAll(async () => {
    bot.kill('SIGKILL');
    await slack.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers /kb 401.5 in the channel, with cause and resolution', async () => {
    const { message, error } = await slack.as('ana').command('/kb', '401.5 sp6a', '#incident-4711');
    expect(error).toBeNull();
    expect(message?.ephemeral_to).toBeUndefined();
    const text = visibleText(message ?? expect.fail('no message'));
    expect(text).toContain('Q288323');
    expect(text).toMatch(/CAUSE.*RESOLUTION/s);
  });

  it(
    'says which article is broken, and ends with exit code 0 when asked to stop',
    async () => {
      bot.kill('SIGTERM');
      const { stdout, stderr, exitCode } = await ended;
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
      const lines = stderr.split('\n').filter((line) => line !== '');
      const messages = lines.map((line) => JSON.parse(line).msg);
      expect(messages[0]).toContain('1 file has errors');
      expect(messages[0]).toContain(join(folder, 'S99999.md:1:1'));
      expect(messages).toEqual(expect.arrayContaining(['answering', 'stopped']));
      expect(await health(port)).toBeNull();
    },
    minute,
  );
});

describe('substatus serve that cannot go on', () => {
  it(
    'ends with exit code 1 when it could not take questions for as long as the setting says, and says why',
    async () => {
      const slack = await startLocalSlack();
      const port = await freePort();
      const env = { ...settings(slack, 'socket', port), SUBSTATUS_GIVE_UP_MINUTES: '0.02' };
      const ended = resultOf(spawnSubstatus(['serve'], { env }));
      await untilHealthy(port);
      slack.failNext('apps.connections.open', { status: 503 }, 1_000);
      slack.dropSockets();
      const { exitCode, stderr } = await ended;
      expect(exitCode).toBe(1);
      const lines = stderr
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.find(({ level }) => level === 60)).toMatchObject({
        slack: 'connecting',
        msg: expect.stringContaining('the process ends'),
      });
      await slack.stop();
    },
    minute,
  );

  it('ends with exit code 1 when its event loop hangs, and says so', async () => {
    const watch = new URL('../../dist/operating/hang-watch.js', import.meta.url).href;
    const folder = mkdtempSync(join(tmpdir(), 'substatus-'));
    const program = join(folder, 'hangs.mjs');
    const source = `import { watchEventLoop } from '${watch}';
      watchEventLoop((error) => { throw error; }, { checkMs: 100, looks: 3 });
      setTimeout(() => { for (;;); }, 500);`;
    writeFileSync(program, source);
    const { exitCode, stderr } = await resultOf(spawn(process.execPath, [program]));
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stderr.split('\n')[0] ?? '')).toMatchObject({
      level: 60,
      msg: expect.stringContaining('has not turned'),
    });
  });
});

describe('substatus serve that cannot connect', () => {
  let slack: LocalSlack;
  let folder: string;
  beforeAll(async () => {
    slack = await startLocalSlack();
  });
  afterAll(() => slack.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const serve = (env: Record<string, string>) =>
    substatus(['serve'], '', { env: { LOG_LEVEL: 'silent', ...env }, cwd: folder });

  it('lists every setting of .env and of the environment that is missing or wrong, and how to get each', async () => {
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxp-secret\nSLACK_APP_TOKEN=\n');
    const { stdout, stderr, exitCode } = await serve({ PORT: '99999', SUBSTATUS_KB: '/no/folder', LOG_LEVEL: 'loud' });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/SLACK_BOT_TOKEN is wrong: .*\n.*OAuth & Permissions/);
    expect(stderr).toMatch(/SLACK_APP_TOKEN is missing\n.*App-Level Tokens/);
    expect(stderr).toMatch(/PORT is wrong: .*\n.*SUBSTATUS_KB is wrong: .*\n.*LOG_LEVEL is wrong: /s);
    expect(stderr).not.toContain('secret');
  });

  it('says that Slack refuses the token', async () => {
    const { stderr, exitCode } = await serve({ ...settings(slack, 'socket', 0), SLACK_BOT_TOKEN: 'xoxb-old' });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^substatus: Slack refuses a token \(invalid_auth\)\. Check SLACK_BOT_TOKEN/);
  });

  it('says that Slack refuses the app-level token', async () => {
    const { stderr, exitCode } = await serve({ ...settings(slack, 'socket', 0), SLACK_APP_TOKEN: 'xapp-old' });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^substatus: Slack refuses a token \(invalid_auth\)/);
  });

  it('says that Slack cannot be reached', async () => {
    const url = `http://127.0.0.1:${await freePort()}/api/`;
    const { stderr, exitCode } = await serve({ ...settings(slack, 'socket', 0), SLACK_API_URL: url });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`substatus: Slack cannot be reached at ${url}`);
  });

  it.each(['socket', 'http'] as const)('says that the port is taken: %s', async (transport) => {
    const taken = Number(new URL(slack.url).port);
    const { stderr, exitCode } = await serve({ ...settings(slack, transport, taken), HOST: '127.0.0.1' });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^substatus: listen EADDRINUSE: .*choose a port/);
  });

  it('ends with exit code 0 when it is asked to stop before it is connected', async () => {
    slack.failNext('auth.test', { status: 500 }, 3);
    const bot = spawnSubstatus(['serve'], { env: settings(slack, 'socket', 0), cwd: folder });
    const ended = resultOf(bot);
    while (!slack.log.some(({ name, status }) => name === 'auth.test' && status === 500)) await wait(20);
    bot.kill('SIGTERM');
    expect((await ended).exitCode).toBe(0);
    slack.reset();
  });
});

describe.each(['socket', 'http'] as const)('substatus serve for many workspaces over %s', (transport) => {
  it(
    'serves the page to install it, without any token',
    async () => {
      const slack = await startLocalSlack({ delivery: { type: transport } });
      const port = await freePort();
      const bot = spawnSubstatus(['serve', '--kb', shipped], { env: installable(slack, transport, port) });
      const ended = resultOf(bot);
      try {
        await untilHealthy(port);
        const page = await fetch(`http://127.0.0.1:${port}/slack/install`);
        expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('/oauth/v2/authorize?')]);
      } finally {
        bot.kill('SIGTERM');
        await ended;
        await slack.stop();
      }
      expect((await ended).exitCode).toBe(0);
    },
    minute,
  );
});
