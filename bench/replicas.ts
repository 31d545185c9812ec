/**
 * Do two replicas that share a PostgreSQL database answer each delivery exactly once? Two processes of
 * `substatus serve` behind a balancer that sends everything to both: 5,000 deliveries, 30 % of them copies.
 *
 *   npm run bench:replicas -- [--deliveries 5000] [--at-once 40] [--json]
 *
 * PostgreSQL is found as the tests find it: SUBSTATUS_TEST_DATABASE, npm's, or the system's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { LocalSlack } from '../src/playground/server/types.js';
import { freePort } from '../test/support/bot.js';
import { startPostgres } from '../test/support/postgres.js';
import { askReplicas } from '../test/support/replicas.js';

const { values: options } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '5000' },
    'at-once': { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const deliveries = Number(options.deliveries);
const duplicates = Math.round(deliveries * 0.3);
const mentions = Math.round((deliveries - duplicates) / 4);
const channels = Array.from({ length: Math.ceil(mentions / 8) }, (_, index) => `incident-${index}`);
const asked = {
  commands: deliveries - duplicates - mentions,
  mentions,
  duplicates,
  atOnce: Number(options['at-once']),
  channels,
};

const server = await startPostgres();
if (server === null) throw new Error('two replicas share a PostgreSQL server, and there is none');
const url = await server.createDatabase();
const slack = await startLocalSlack({
  delivery: { type: 'http' },
  seed: { channels: channels.map((name) => ({ name, withBot: true })) },
});
const replicas = [await startReplica(slack, url), await startReplica(slack, url)];
const began = performance.now();
const {
  counts,
  commands,
  mentions: answered,
} = await askReplicas(
  slack,
  replicas.map((replica) => replica.url),
  asked,
);
const seconds = Math.round(performance.now() - began) / 1000;
for (const { child } of replicas) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
await slack.stop();
await server.stop();
const result = { database: server.name, ...counts, seconds, answersToACommand: commands, answersToAMention: answered };
process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : text());

async function startReplica(to: LocalSlack, database: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const env = {
    ...process.env,
    SLACK_TRANSPORT: 'http',
    SLACK_BOT_TOKEN: to.botToken,
    SLACK_SIGNING_SECRET: to.signingSecret,
    SLACK_API_URL: to.apiUrl,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: database,
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, ['bin/substatus.js', 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const isHealthy = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isHealthy())) await wait(100);
  return { url: `http://127.0.0.1:${port}/slack/events`, child };
}

function text(): string {
  const told = (answers: Record<number, number>) =>
    Object.entries(answers)
      .map(([times, questions]) => `${questions} answered ${times} time${times === '1' ? '' : 's'}`)
      .join(', ');
  return [
    `${counts.deliveries} deliveries of ${counts.originals} questions, ${counts.requests} requests to two replicas over ${server?.name}, ${seconds} s`,
    `commands: ${told(commands)}`,
    `mentions: ${told(answered)}`,
    '',
  ].join('\n');
}
