import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import { resultOf, spawnSubstatus, substatus } from './substatus.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts without tokens in an empty folder, asks it to stop when it has played its part. */
async function play(...args: string[]) {
  const child = spawnSubstatus(['start', '--port', '0', ...args], { cwd: folder });
  child.stdin.end();
  let seen = '';
  child.stdout.on('data', (chunk) => {
    const before = seen;
    seen += chunk;
    if (seen.includes('Ctrl+C ends it') && !before.includes('Ctrl+C ends it')) child.kill('SIGTERM');
  });
  return resultOf(child);
}

describe('substatus start', () => {
  it('without tokens shows a real /kb 401.5 in a local Slack, says where it is, and ends with 0 when asked to', async () => {
    const { stdout, stderr, exitCode } = await play();
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/Slack's Web API\s+http:\/\/127\.0\.0\.1:\d+\/api\//);
    expect(stdout).toMatch(/ana: \/kb 401\.5\n {2}\(answered in [\d.]+ ms\)\n\nSubstatus:\n/);
    expect(stdout).toMatch(/ {2}CAUSE\n.* {2}RESOLUTION\n.*\[1\] Full article/s);
    expect(Math.max(...stdout.split('\n').map((line) => (line.startsWith('      ') ? 0 : line.length)))).toBeLessThan(
      90,
    );
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
