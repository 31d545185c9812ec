import { rename } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { type KbFolder, kbFolder } from '../search/kb-folder.js';
import { freePort, visibleText } from '../support/bot.js';
import { samplesOf } from '../support/prometheus.js';
import { type Result, resultOf, spawnSubstatus } from './substatus.js';

const minute = 60_000;
let port: number;
let kb: KbFolder;
let slack: LocalSlack;
let bot: ReturnType<typeof spawnSubstatus>;
let ended: Promise<Result>;
beforeAll(async () => {
  kb = await kbFolder();
  for (let n = 0; n < 12; n++) await kb.write(`S${1000 + n}`, `Report number ${n}`, `The page shows report ${n}.`);
  await kb.write('S2000', 'Visitors meet a wall', 'Visitors see HTTP 403.14 instead of the orchard.');
  slack = await startLocalSlack();
  port = await freePort();
  bot = spawnSubstatus(['serve', '--kb', kb.path], {
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    },
  });
  ended = resultOf(bot);
  await slack.waitForBot(minute);
}, minute);
afterAll(async () => {
  bot.kill('SIGKILL');
  await slack.stop();
  await kb.end();
});

async function answer(question: string): Promise<string> {
  const { message } = await slack.as('ana').command('/kb', question, '#web-ops');
  return visibleText(message ?? expect.fail('no answer'));
}

/** Asks until the answer fits: files are taken up a moment after they change. */
async function untilAnswer(question: string, fits: (text: string) => boolean): Promise<void> {
  while (!fits(await answer(question))) await wait(200);
}

/** Resolves when `/metrics` says so of the index. */
async function untilIndex(expected: { articles: number; broken: number; stale: number }): Promise<void> {
  const read = async () => {
    const samples = samplesOf(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
    return {
      articles: samples.substatus_index_articles,
      broken: samples.substatus_index_broken_articles,
      stale: samples.substatus_index_stale,
    };
  };
  await expect.poll(read, { timeout: 20_000 }).toEqual(expected);
}

it(
  'takes up changed, new, broken and removed articles while it answers',
  async () => {
    expect(await answer('403.14')).toContain('wall');
    await kb.write('S2000', 'Visitors meet a hedge', 'Visitors see HTTP 403.14 instead of the meadow.');
    await untilAnswer('403.14', (text) => text.includes('hedge'));
    await kb.write('S2001', 'The kiosk is closed', 'The kiosk shows HTTP 404.8 to the visitors.');
    await untilAnswer('404.8', (text) => text.includes('kiosk'));
    await untilIndex({ articles: 14, broken: 0, stale: 0 });
    await kb.writeText('S2000', 'no article at all');
    await kb.remove('S2001');
    await untilAnswer('404.8', (text) => !text.includes('kiosk'));
    expect(await answer('403.14')).toContain('hedge');
    await untilIndex({ articles: 13, broken: 1, stale: 0 });
    await kb.write('S2002', 'The gate is closed', 'The gate shows HTTP 404.7.');
    await untilIndex({ articles: 14, broken: 1, stale: 0 });
    await rename(kb.path, `${kb.path}-away`);
    await untilIndex({ articles: 14, broken: 1, stale: 1 });
    await wait(2_500);
    expect(await answer('403.14')).toContain('hedge');
    await rename(`${kb.path}-away`, kb.path);
    await untilIndex({ articles: 14, broken: 1, stale: 0 });
    bot.kill('SIGTERM');
    const { exitCode, stderr } = await ended;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/S2000\.md.*last good version is kept/);
    const refusals = stderr.split('\n').filter((line) => line.includes('stays as it is: no such folder'));
    expect(refusals).toHaveLength(1);
  },
  minute,
);
