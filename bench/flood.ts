/**
 * What load does one process hold? Questions come to the bot through the local Slack at a fixed rate, and then in bursts, over
 * Socket Mode and signed HTTP, in 40 channels by 20 people, most of them commands and some mentions, under Slack's rate limits.
 * The bot, over SQLite, is a process of its own; the load comes from this one.
 *
 *   npm run bench:flood -- [--kb DIR] [--rate 200] [--seconds 30] [--burst 2000] [--bursts 3] [--mentions 0.03] [--json]
 *
 * It prints how many were answered, told to ask again, lost (must be 0) and answered more than once (must be 0), the
 * milliseconds from Slack's sending to the answer, and the bot's memory. Exit code 1 when one was lost or answered twice.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import type { TransportName } from '../test/support/bot.js';
import { type BotProcess, startBotProcess } from '../test/support/bot-process.js';
import { createFlood, type Floods, floodedSlack } from '../test/support/flood.js';

const { values: options } = parseArgs({
  options: {
    kb: { type: 'string' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    burst: { type: 'string', default: '2000' },
    bursts: { type: 'string', default: '3' },
    mentions: { type: 'string', default: '0.03' },
    transports: { type: 'string', default: 'socket,http' },
    json: { type: 'boolean', default: false },
  },
});
const [rate, seconds, burst, bursts, mentions] = [
  options.rate,
  options.seconds,
  options.burst,
  options.bursts,
  options.mentions,
].map(Number) as [number, number, number, number, number];

interface Row extends Floods {
  transport: string;
  load: string;
  /** MiB, a sample a second. */
  rss: number[];
}

const rows: Row[] = [];
for (const transport of (options.transports ?? '').split(',') as TransportName[])
  rows.push(...(await measure(transport)));
if (options.json) process.stdout.write(`${JSON.stringify({ rate, seconds, burst, mentions, rows }, null, 2)}\n`);
else console.table(rows.map(inShort));
process.exitCode = rows.some(({ lost, duplicated }) => lost + duplicated > 0) ? 1 : 0;

async function measure(transport: TransportName): Promise<Row[]> {
  const slack = await startLocalSlack({ delivery: { type: transport }, ...floodedSlack });
  const bot = await startBotProcess(slack, transport, options.kb === undefined ? [] : ['--kb', options.kb]);
  const run = async (load: string, ask: (flood: ReturnType<typeof createFlood>) => Promise<void>): Promise<Row> => {
    slack.reset();
    const flood = createFlood(slack, mentions);
    const memory = watchMemory(bot);
    await ask(flood);
    return { transport, load, ...(await flood.end()), rss: await memory.end() };
  };
  await run('', (flood) => flood.sustain(50, 5)); // warms both processes up; not counted
  const measured = [await run(`${rate}/s for ${seconds} s`, (flood) => flood.sustain(rate, seconds))];
  for (let nth = 1; nth <= bursts; nth += 1) {
    measured.push(
      await run(`${burst} at once, ${nth}`, async (flood) => {
        for (let asked = 0; asked < burst; asked += 1) flood.ask();
      }),
    );
  }
  await bot.stop();
  await slack.stop();
  return measured;
}

function watchMemory(bot: BotProcess) {
  const samples: number[] = [];
  let ended = false;
  const watching = (async () => {
    while (!ended) {
      samples.push(Math.round((await bot.memory(false)).rss / 2 ** 20));
      await wait(1_000);
    }
  })();
  return {
    async end() {
      ended = true;
      await watching;
      return samples;
    },
  };
}

function inShort({ transport, load, asked, answered, busy, lost, duplicated, commands, mentions: posted, rss }: Row) {
  return {
    ...{ transport, load, asked, answered, busy, lost, duplicated },
    ...{ 'p50 ms': commands.p50, 'p99 ms': commands.p99, 'max ms': commands.max },
    'mentions p50/p99 ms': Number.isNaN(posted.p50) ? 'none answered' : `${posted.p50}/${posted.p99}`,
    'RSS MiB': `${rss[0]} - ${Math.max(...rss)}`,
  };
}
