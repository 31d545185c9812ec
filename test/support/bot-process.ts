import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSlack } from '../../src/playground/server/types.js';
import { freePort, type TransportName } from './bot.js';

/** The built program in a process of its own, which says how much memory it has. */
export interface BotProcess {
  /** Bytes. @param settled after garbage was collected */
  memory(settled: boolean): Promise<NodeJS.MemoryUsage>;
  /** Ends it as a container's keeper does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Runs in the bot's process, before it; its threads begin with it as well, and have nobody to tell. */
const reporter = `
if (process.channel) {
  process.on('message', (settled) => {
    if (settled) for (let time = 0; time < 3; time += 1) gc();
    process.send(process.memoryUsage());
  });
  process.channel.unref();
}`;

/** Starts `substatus serve` in a local Slack, over a store in a folder that goes with it. */
export async function startBotProcess(
  slack: LocalSlack,
  transport: TransportName,
  words: string[] = [],
): Promise<BotProcess> {
  const data = mkdtempSync(join(tmpdir(), 'substatus-bot-'));
  const port = await freePort();
  const env = {
    ...process.env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(transport === 'http'
      ? { SLACK_TRANSPORT: 'http', SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port), HOST: '127.0.0.1' }
      : { SLACK_APP_TOKEN: slack.appToken }),
    SUBSTATUS_DATA: data,
    LOG_LEVEL: 'error',
  };
  const flags = ['--expose-gc', `--import=data:text/javascript,${encodeURIComponent(reporter)}`];
  const child = spawn(process.execPath, [...flags, 'bin/substatus.js', 'serve', ...words], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (transport === 'http') await untilReady(child, `http://127.0.0.1:${port}/readyz`);
  if (transport === 'http') await slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  await slack.waitForBot(60_000);
  return {
    async memory(settled) {
      child.send(settled);
      const [usage] = await once(child, 'message');
      return usage;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      rmSync(data, { recursive: true });
      return code;
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const isReady = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`the bot ended with code ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
