/**
 * What does the store cost an answer? `/kb 401.5`, from the local Slack's sending to the acknowledgement with the card
 * in it, with a bot that remembers nothing, and with bots over SQLite and PostgreSQL. Each command claims its
 * delivery before the answer, durably, counts what people said of its matches, and is written down after the answer,
 * which one bot of each leaves out. They take turns in one run, so that what else the machine does meets all of them.
 *
 *   npm run bench:store -- [--seconds 5] [--turns 4] [--rates 10,50] [--json]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { LocalSlack } from '../src/playground/server/types.js';
import { readReport } from '../src/store/report.js';
import type { StorePlace } from '../src/store/types.js';
import { databaseKinds } from '../test/support/databases.js';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    turns: { type: 'string', default: '4' },
    rates: { type: 'string', default: '10,50' },
    json: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const turns = Number(options.turns);
const rates = (options.rates ?? '').split(',').map(Number);

interface Bot {
  store: string;
  place: StorePlace | null;
  slack: LocalSlack;
  child: ChildProcess;
  sent: number;
  times: Map<number, (number | null)[]>;
}

const kinds = await databaseKinds();
const bots = [await startBot('none', null)];
for (const kind of kinds) {
  bots.push(await startBot(`${kind.name}, claims only`, await kind.newPlace(), { UNRECORDED: '1' }));
  bots.push(await startBot(kind.name, await kind.newPlace()));
}

for (const bot of bots) await drive(bot, 50, 3); // warms the processes up; not counted
for (let turn = 0; turn < turns; turn += 1) {
  for (const rate of rates) {
    for (const bot of bots) {
      const times = await drive(bot, rate, seconds);
      bot.times.set(rate, [...(bot.times.get(rate) ?? []), ...times]);
      bot.slack.reset();
    }
  }
}
const rows = [];
for (const { store, place, slack, child, sent, times } of bots) {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await slack.stop();
  const written = place === null ? null : (await readReport(place, 0, 1)).lookups;
  for (const [rate, measured] of times) rows.push({ store, rate, ...summarise(measured), sent, written });
}
for (const kind of kinds) await kind.end();
if (options.json) process.stdout.write(`${JSON.stringify({ seconds: seconds * turns, rows }, null, 2)}\n`);
else console.table(rows);

async function startBot(store: string, place: StorePlace | null, settings: Record<string, string> = {}): Promise<Bot> {
  const slack = await startLocalSlack();
  const env = {
    ...process.env,
    ...settings,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...(place === null ? {} : { STORE: JSON.stringify(place) }),
  };
  const words = ['--import', 'tsx', 'bench/store-bot.ts'];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await slack.waitForBot(60_000);
  return { store, place, slack, child, sent: 0, times: new Map() };
}

/** Sends commands at a fixed rate, whatever the answers take; null for a command without an answer. */
async function drive(bot: Bot, rate: number, forSeconds: number): Promise<(number | null)[]> {
  const ana = bot.slack.as('ana');
  const began = performance.now();
  const sent: Promise<number | null>[] = [];
  for (let nth = 0; nth < rate * forSeconds; nth += 1) {
    const wait = began + (nth * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    bot.sent += 1;
    const answer = ana.command('/kb', '401.5', '#incident-4711');
    sent.push(answer.then(({ ack, message }) => (message === null ? null : (ack?.milliseconds ?? null))));
  }
  return Promise.all(sent);
}

function summarise(times: (number | null)[]) {
  const sorted = times.filter((time) => time !== null).sort((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(2));
  return { commands: times.length, failed: times.length - sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
