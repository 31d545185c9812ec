import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { Message } from '../../src/playground/server/types.js';
import { openWindow } from '../playground/web/page-client.js';
import { resultOf, spawnSubstatus, substatus } from './substatus.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts without tokens in an empty folder, and asks it to stop when it has played its part and `meanwhile` is done. */
async function play(meanwhile: (page: string) => Promise<void> = async () => {}) {
  const child = spawnSubstatus(['start', '--port', '0'], { cwd: folder });
  child.stdin.end();
  const result = resultOf(child);
  try {
    await meanwhile(await playedPage(child));
  } finally {
    child.kill('SIGTERM');
  }
  return result;
}

/** The address of the page, when everything is printed. Rejects when the program ends before. */
function playedPage(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk) => {
      seen += chunk;
      const page = /^Open in a browser +(http:\/\/\S+)\n/.exec(seen)?.[1];
      if (page !== undefined && seen.includes('Ctrl+C ends it')) resolve(page);
    });
    child.on('close', () => reject(new Error(`it ended after:\n${seen}`)));
  });
}

describe('substatus start', () => {
  it('without tokens shows a real /kb 401.5 in a local Slack, says where it is, and ends with 0 when asked to', async () => {
    const { stdout, stderr, exitCode } = await play();
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/^Open in a browser {3}http:\/\/127\.0\.0\.1:\d+\/\n/);
    expect(stdout).toMatch(/Slack's Web API\s+http:\/\/127\.0\.0\.1:\d+\/api\//);
    expect(stdout).toMatch(/ana: \/kb 401\.5\n {2}\(answered in [\d.]+ ms\)\n\nSubstatus:\n/);
    expect(stdout).toMatch(/ {2}CAUSE\n.* {2}RESOLUTION\n.*\[1\] Full article/s);
    expect(Math.max(...stdout.split('\n').map((line) => (line.startsWith('      ') ? 0 : line.length)))).toBeLessThan(
      90,
    );
  });

  it('serves the page, where more people ask the same bot, and stops while it is open', async () => {
    const { stderr, exitCode } = await play(async (page) => {
      const response = await fetch(page);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(await response.text())?.[1];
      expect((await fetch(new URL(script ?? 'none', page))).status).toBe(200);
      const ben = await openWindow(page, '?as=ben');
      expect(ben.hello).toMatchObject({ botIsOnline: true, commands: [{ command: '/kb' }] });
      expect(ben.hello.shortcuts.map(({ name }) => name)).toEqual([
        'Look up this error',
        'Save as KB note',
        'Search IIS errors',
      ]);
      expect(ben.hello.scenes.length).toBeGreaterThanOrEqual(3);
      expect(ben.hello.suggestions.length).toBeGreaterThan(3);
      const channel = ben.channel('#incident-4711');
      const { messages } = await ben.request('history', { channel });
      expect(messages.at(-1)?.text).toContain('401.5');
      expect(ben.hello.channels.find(({ id }) => id === channel)?.lastRead).toBe(messages.at(-2)?.ts);
      const asked = { channel: ben.channel('#web-ops'), command: '/kb', text: '403.14' };
      expect(await ben.request('command', asked)).toEqual({ error: null, problems: [] });
      expect((await ben.event('message')).message.text).toContain('403.14');
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('counts what people in the page say of an answer', async () => {
    const { stderr, exitCode } = await play(async (page) => {
      const ben = await openWindow(page, '?as=ben');
      const channel = ben.channel('#web-ops');
      const asked = { channel, command: '/kb', text: '403.14' };
      await ben.request('command', asked);
      const { message } = await ben.event('message', (event) => event.message.text.includes('403.14'));
      const row = message.blocks?.find((block) => JSON.stringify(block).includes('kb:v1:fixed'));
      await ben.request('act', {
        place: { channel, ts: message.ts },
        ...{ actionId: 'kb:v1:fixed', blockId: String(row?.block_id) },
      });
      const says = (told: Message) => JSON.stringify(told.blocks).includes('Fixed it once, by a teammate just now');
      await ben.event('message', (event) => event.message.ts === message.ts && says(event.message));
      await ben.request('command', asked);
      await ben.event('message', (event) => event.message.ts > message.ts && says(event.message));
    });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  it('counts empty settings as none', async () => {
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=\nSLACK_APP_TOKEN=\n');
    expect((await play()).exitCode).toBe(0);
  });

  it('takes a setting of Slack as the wish to connect, and lists what is wrong', async () => {
    writeFileSync(join(folder, '.env'), 'SLACK_TRANSPORT=http\n');
    const { stdout, stderr, exitCode } = await substatus(['start'], '', { cwd: folder });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/SLACK_BOT_TOKEN is missing\n.*SLACK_SIGNING_SECRET is missing\n.*PORT is missing/s);
  });

  it('says that the port is taken', async () => {
    const other = await startLocalSlack();
    const { stderr, exitCode } = await substatus(['start', '--port', new URL(other.url).port], '', { cwd: folder });
    await other.stop();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^substatus: listen EADDRINUSE: .*--port for start/);
  });

  it('refuses a port that is none', async () => {
    const { stderr, exitCode } = await substatus(['start', '--port', '70000']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It must be a port, 0 to 65535.');
  });
});
