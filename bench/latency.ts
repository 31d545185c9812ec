/**
 * How long does `/kb 401.5` take, from the local Slack's sending to the bot's acknowledgement with the card in it?
 * The bot runs in a process of its own, as in production. Beside it, in the same run: a bot of the same framework that
 * acknowledges with a fixed text, which is the floor.
 *
 *   npm run bench:latency -- [--kb DIR] [--question 401.5] [--seconds 10] [--rates 1,10,50] [--json]
 *
 * Commands go out at a fixed rate whatever the answers take, so a slow answer does not hide the ones behind it. The
 * first commands of each bot warm both processes up and are not counted; a command without a message counts as failed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { LocalSlack } from '../src/playground/server/types.js';

interface Row {
  bot: string;
  rate: number;
  commands: number;
  failed: number;
  p50: number;
  p99: number;
  max: number;
}

const { values: options } = parseArgs({
  options: {
    kb: { type: 'string' },
    question: { type: 'string', default: '401.5' },
    seconds: { type: 'string', default: '10' },
    rates: { type: 'string', default: '1,10,50' },
    json: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const rates = (options.rates ?? '').split(',').map(Number);

const rows = [
  ...(await measure('substatus', (slack) => startBot(slack, options.kb))),
  ...(await measure('fixed text (floor)', startFloor)),
];
process.stdout.write(options.json ? `${JSON.stringify({ seconds, rows }, null, 2)}\n` : table(rows));

async function measure(bot: string, start: (slack: LocalSlack) => ChildProcess): Promise<Row[]> {
  const slack = await startLocalSlack();
  const child = start(slack);
  await slack.waitForBot(60_000);
  await drive(slack, 20, 2); // warms both processes up; not counted
  const measured: Row[] = [];
  for (const rate of rates) {
    slack.reset();
    measured.push({ bot, rate, ...summarise(await drive(slack, rate, seconds)) });
  }
  child.kill('SIGTERM');
  await slack.stop();
  return measured;
}

/** Sends commands at a fixed rate, whatever the answers take, and gives the milliseconds of each; null for a failure. */
async function drive(slack: LocalSlack, rate: number, forSeconds: number): Promise<(number | null)[]> {
  const ana = slack.as('ana');
  const began = performance.now();
  const sent: Promise<number | null>[] = [];
  for (let nth = 0; nth < rate * forSeconds; nth += 1) {
    const wait = began + (nth * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(
      ana
        .command('/kb', options.question ?? '', '#incident-4711')
        .then(({ ack, message, error }) => (error === null && message !== null ? (ack?.milliseconds ?? null) : null)),
    );
  }
  return Promise.all(sent);
}

function summarise(times: (number | null)[]): Omit<Row, 'bot' | 'rate'> {
  const sorted = times.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { commands: times.length, failed: times.length - sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

function startBot(slack: LocalSlack, kb: string | undefined): ChildProcess {
  const words = ['bin/substatus.js', 'serve', ...(kb === undefined ? [] : ['--kb', kb])];
  return spawn(process.execPath, words, { env: environment(slack), stdio: ['ignore', 'ignore', 'inherit'] });
}

function startFloor(slack: LocalSlack): ChildProcess {
  const source = `
    const { App, SocketModeReceiver } = require('@slack/bolt');
    const clientOptions = { slackApiUrl: process.env.SLACK_API_URL };
    const receiver = new SocketModeReceiver({ appToken: process.env.SLACK_APP_TOKEN, installerOptions: { clientOptions } });
    const app = new App({ token: process.env.SLACK_BOT_TOKEN, receiver, clientOptions, logLevel: 'error' });
    app.command('/kb', ({ ack }) => ack({ response_type: 'in_channel', text: 'an answer' }));
    app.start();`;
  return spawn(process.execPath, ['-e', source], { env: environment(slack), stdio: ['ignore', 'ignore', 'inherit'] });
}

function environment(slack: LocalSlack): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    LOG_LEVEL: 'error',
  };
}

function table(measured: Row[]): string {
  const lines = measured.map((row) =>
    [
      row.bot.padEnd(20),
      `${row.rate}/s`.padStart(6),
      String(row.commands).padStart(9),
      String(row.failed).padStart(7),
      ...[row.p50, row.p99, row.max].map((time) => `${time.toFixed(2)} ms`.padStart(10)),
    ].join(' '),
  );
  const head = `${'bot'.padEnd(20)} ${'rate'.padStart(6)} ${'commands'.padStart(9)} ${'failed'.padStart(7)} ${'p50'.padStart(10)} ${'p99'.padStart(10)} ${'max'.padStart(10)}`;
  return `${[head, ...lines].join('\n')}\n`;
}
