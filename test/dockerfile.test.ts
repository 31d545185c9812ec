import { execFile, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { LocalSlack } from '../src/playground/server/types.js';
import { freePort } from './support/bot.js';
import { type BuiltImage, buildFromDockerfile } from './support/dockerfile.js';

const run = promisify(execFile);
const minutes = 60_000;

describe('Dockerfile', () => {
  let image: BuiltImage;
  let slack: LocalSlack;

  beforeAll(async () => {
    [image, slack] = await Promise.all([buildFromDockerfile(resolve(import.meta.dirname, '..')), startLocalSlack()]);
  }, 5 * minutes);
  afterAll(() => slack.stop());

  it('does not run as root', () => {
    expect(image.user).toBe('node');
  });

  it('lets the user write to the folder for data only', async () => {
    const found = await run('find', ['.', '-perm', '-o+w', '-not', '-type', 'l'], { cwd: image.workdir });
    expect(found.stdout).toBe('./data\n');
  });

  it('leaves the tools of the build behind', async () => {
    const { stdout } = await run('ls', ['node_modules'], { cwd: image.workdir });
    expect(stdout).not.toMatch(/^(typescript|vitest)$/m);
    expect(stdout).toMatch(/^zod$/m);
  });

  it('answers from the articles that ship', async () => {
    const { stdout } = await run('node', ['bin/substatus.js', 'lookup', '401.5', '--json'], { cwd: image.workdir });
    expect(JSON.parse(stdout)).toMatchObject({ query: '401.5', outcome: 'answer' });
  });

  it('says what is missing when it is started without settings', async () => {
    const [command = '', ...words] = image.command;
    const started = run(command, words, { cwd: image.workdir, env: { PATH: process.env.PATH, ...image.env } });
    await expect(started).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('SLACK_BOT_TOKEN is missing'),
    });
  });

  it(
    'connects, is healthy, and stops when asked',
    async () => {
      const port = await freePort();
      const [command = '', ...words] = image.command;
      const env = {
        PATH: process.env.PATH,
        ...image.env,
        PORT: String(port),
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
      };
      const bot = spawn(command, words, { cwd: image.workdir, env, stdio: 'ignore' });
      const ended = new Promise<number | null>((resolve) => bot.on('exit', resolve));
      await slack.waitForBot(30_000);
      const [check = '', ...checkWords] = image.healthcheck;
      await run(check, checkWords, { env });
      bot.kill('SIGTERM');
      expect(await ended).toBe(0);
      await expect(run(check, checkWords, { env })).rejects.toMatchObject({ code: 1 });
    },
    minutes,
  );
});
