import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import { resultOf, root } from '../cli/substatus.js';
import { readOnlyFolder } from '../support/faults/disks.js';
import { expectSurvived } from '../support/faults/in-vitest.js';
import { processFaults } from '../support/faults/process.js';

expectSurvived('around the process', processFaults, { atOnce: true });

describe('a data folder that cannot be written', () => {
  it('ends the start with a word that says what to do', async () => {
    const folder = readOnlyFolder();
    const slack = await startLocalSlack();
    const env = {
      PATH: process.env.PATH,
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      SUBSTATUS_DATA: folder.path,
    };
    const options = { env, cwd: '/', ...(folder.user ?? {}) };
    const child = spawn(process.execPath, [join(root, 'bin/substatus.js'), 'serve'], options);
    const { exitCode, stderr } = await resultOf(child);
    await slack.stop();
    folder.end();
    expect(stderr).toMatch(/cannot be opened or written .*SUBSTATUS_DATA/);
    expect(exitCode).toBe(1);
  });
});
