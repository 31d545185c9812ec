import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ServedSlack, startLocalSlack } from '../../../src/playground/server/local-slack.js';
import { slackRateLimits } from '../../../src/playground/server/state/rate-limits.js';
import type { LocalSlackOptions } from '../../../src/playground/server/types.js';
import { count, emptyRow, type Fault, outcomeOf, type Row } from './fault.js';
import { type Asking, type FlowName, prepare } from './flows.js';

const root = resolve(import.meta.dirname, '../../..');
/** Slack's pauses, shortened: long enough for a process to start in between. */
const retryDelaysMs = [100, 4_000, 15_000];
/** What waits for the answer when its process ends, and who does. */
const asked: [FlowName, string][] = [
  ['mention', 'ana'],
  ['direct message', 'ben'],
  ['shortcut', 'chloe'],
  ['button', 'ana'],
];

/** A local Slack, and the bot in a process of its own. */
interface ProcessScene {
  slack: ServedSlack;
  bot: ChildProcess;
  start(): Promise<void>;
  end(): Promise<void>;
}

async function startProcess(options: LocalSlackOptions = {}): Promise<ProcessScene> {
  const data = mkdtempSync(join(tmpdir(), 'substatus-process-'));
  const slack = await startLocalSlack({ retryDelaysMs, ...options });
  const env = {
    PATH: process.env.PATH,
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    ...{ SUBSTATUS_DATA: data, LOG_LEVEL: 'silent' },
  };
  const scene: ProcessScene = {
    slack,
    bot: spawnBot(),
    async start() {
      scene.bot = spawnBot();
      await slack.waitForBot(60_000);
    },
    async end() {
      scene.bot.kill('SIGKILL');
      await slack.stop();
      rmSync(data, { recursive: true });
    },
  };
  function spawnBot(): ChildProcess {
    return spawn(process.execPath, [join(root, 'bin/substatus.js'), 'serve'], { env, cwd: root, stdio: 'ignore' });
  }
  await slack.waitForBot(60_000);
  return scene;
}

type Asked = { flow: FlowName; asking: Asking };

function prepareAll(slack: ServedSlack): Promise<Asked[]> {
  return Promise.all(asked.map(async ([flow, who]) => ({ flow, asking: await prepare(slack, flow, who) })));
}

async function untilAllSee(all: readonly Asked[], longestMs: number): Promise<void> {
  const began = performance.now();
  const isLost = ({ asking }: Asked) => outcomeOf(asking.seen()) === 'lost';
  while (all.some(isLost) && performance.now() - began < longestMs) await wait(100);
}

async function untilSlowedDown(slack: ServedSlack, calls: number): Promise<void> {
  while (slack.log.filter(({ status }) => status === 429).length < calls) await wait(20);
}

/** Asks the process to end, and tells what is wrong with how it does. */
async function terminate({ bot }: ProcessScene, row: Row): Promise<void> {
  const began = performance.now();
  bot.kill('SIGTERM');
  const [code] = await once(bot, 'exit');
  const seconds = (performance.now() - began) / 1_000;
  if (code !== 0) row.surprises.push(`exit code ${code}`);
  if (seconds > 29) row.surprises.push(`it took ${seconds} s to end`);
}

function countAll(row: Row, all: readonly Asked[], expected: Parameters<typeof count>[3]): void {
  for (const { flow, asking } of all) count(row, flow, asking.seen(), expected);
}

const termination: Fault = {
  name: 'SIGTERM with answers under way',
  sees: 'the answer; the process ends with exit code 0',
  async run(rounds) {
    const row = emptyRow(this.name);
    for (let round = 0; round < rounds; round += 1) {
      const scene = await startProcess();
      const all = await prepareAll(scene.slack);
      scene.slack.rateLimit('chat.postMessage', { retryAfter: 2, times: 2 });
      await Promise.all(all.map(({ asking }) => asking.ask()));
      await untilSlowedDown(scene.slack, 2); // one in the channel, one in the direct message
      await terminate(scene, row);
      countAll(row, all, ['answered']);
      await scene.end();
    }
    return row;
  },
};

const many = 40;
const overload: Fault = {
  name: `SIGTERM with ${many} answers waiting for one channel, which takes one a second`,
  sees: 'the answer, or after the next start a direct message that asks to ask again; exit code 0 after 25 s',
  async run(rounds) {
    const row = emptyRow(this.name);
    for (let round = 0; round < rounds; round += 1) {
      const scene = await startProcess({ rateLimits: slackRateLimits });
      const all = await Promise.all(
        Array.from({ length: many }, async () => {
          const flow: FlowName = 'mention';
          return { flow, asking: await prepare(scene.slack, flow) };
        }),
      );
      for (const { asking } of all) await asking.ask();
      await wait(1_000); // until all have arrived; then some thirty still wait
      await terminate(scene, row);
      await scene.start();
      await untilAllSee(all, 60_000);
      countAll(row, all, ['answered', 'told']);
      if (row.answered < many / 2) row.surprises.push(`only ${row.answered} were answered before the end`);
      await scene.end();
    }
    return row;
  },
};

const killWhileWaiting: Fault = {
  name: 'SIGKILL between acknowledgement and answer, and restart',
  sees: 'within half a minute a direct message that asks to ask again',
  async run(rounds) {
    const row = emptyRow(this.name);
    for (let round = 0; round < rounds; round += 1) {
      const scene = await startProcess();
      const all = await prepareAll(scene.slack);
      scene.slack.rateLimit('chat.postMessage', { retryAfter: 30, times: 2 });
      await Promise.all(all.map(({ asking }) => asking.ask()));
      await untilSlowedDown(scene.slack, 2); // one in the channel, one in the direct message
      scene.bot.kill('SIGKILL');
      await once(scene.bot, 'exit');
      await scene.start();
      await untilAllSee(all, 60_000);
      countAll(row, all, ['told']);
      await scene.end();
    }
    return row;
  },
};

/** The moments of the rounds, spread over the time that an answer takes. */
const longestAnswerMs = 60;
const killAtAnyMoment: Fault = {
  name: 'SIGKILL at any moment, and restart',
  sees: 'the answer once, or Slack’s own error, or within half a minute a direct message that asks to ask again',
  async run(rounds) {
    const row = emptyRow(this.name);
    const scene = await startProcess();
    for (let round = 0; round < rounds; round += 1) {
      const all = await prepareAll(scene.slack);
      await scene.slack.quiet(200);
      const asking = all.map((one) => one.asking.ask());
      await wait(rounds === 1 ? longestAnswerMs / 4 : (longestAnswerMs * round) / rounds);
      scene.bot.kill('SIGKILL');
      await once(scene.bot, 'exit');
      await scene.start();
      await Promise.all(asking);
      await untilAllSee(all, 60_000);
      await scene.slack.quiet(retryDelaysMs[1] ?? 0);
      countAll(row, all, ['answered', 'told']);
    }
    await scene.end();
    return row;
  },
};

/** What happens to the process. It is run as it was built. */
export const processFaults: Fault[] = [termination, overload, killWhileWaiting, killAtAnyMoment];
