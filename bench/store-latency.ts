/**
 * What does the store cost an answer? `/kb 401.5`, from the local Slack's sending to the acknowledgement with the card
 * in it, with bots that remember nothing, and with bots over SQLite and PostgreSQL. Each command claims its delivery
 * before the answer, counts what people said of its matches, and is written down after the answer.
 *
 * The bots get their commands one after the other, round and round, so that what else the machine does meets all of them
 * alike. Each ratio is to the first bot without a store, with the span of nine in ten resamplings of the run's slices; the second bot
 * without a store shows what ratio nothing at all makes. Slices in which the two without a store took twice as long as usual are
 * left out: then the machine was busy with something else. `--parts` adds bots that claim and write nothing down.
 *
 *   npm run bench:store -- [--seconds 60] [--rates 10,50] [--parts] [--json]
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
    seconds: { type: 'string', default: '60' },
    rates: { type: 'string', default: '10,50' },
    parts: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
const rates = (options.rates ?? '').split(',').map(Number);
/** A run is cut into so many slices, which are drawn again and again to see how much of a ratio is chance. */
const slices = 20;
const resamplings = 500;
const busy = 2;

interface Bot {
  store: string;
  place: StorePlace | null;
  slack: LocalSlack;
  child: ChildProcess;
  sent: number;
  /** By rate: the times of each slice. */
  times: Map<number, number[][]>;
  failed: Map<number, number>;
}

const kinds = await databaseKinds();
const bots = [await startBot('none', null), await startBot('none, again', null)];
for (const kind of kinds) {
  if (options.parts) bots.push(await startBot(`${kind.name}, claims only`, await kind.newPlace(), { UNRECORDED: '1' }));
  bots.push(await startBot(kind.name, await kind.newPlace()));
}

await drive(50, 5); // warms the processes up; not counted
for (const rate of rates) {
  for (const bot of bots) {
    bot.times.set(rate, []);
    bot.failed.set(rate, 0);
  }
  for (let slice = 0; slice < slices; slice += 1) {
    for (const [bot, times] of await drive(rate, seconds / slices)) {
      bot.times.get(rate)?.push(times.filter((time) => time !== null));
      bot.failed.set(rate, (bot.failed.get(rate) ?? 0) + times.filter((time) => time === null).length);
      bot.slack.reset();
    }
  }
}
const rows = [];
for (const { store, place, slack, child, sent, times, failed } of bots) {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await slack.stop();
  const written = place === null ? null : (await readReport(place, 0, 1)).lookups;
  for (const [rate, all] of times) {
    const quiet = quietSlices(rate);
    const own = quiet.map((slice) => all[slice] ?? []);
    const none = quiet.map((slice) => bots[0]?.times.get(rate)?.[slice] ?? []);
    const p = (share: number) => ({
      [`p${share * 100}`]: rounded(quantile(own.flat(), share)),
      [`p${share * 100} / none`]: ratio(own, none, share),
    });
    const slicesUsed = `${quiet.length} of ${slices}`;
    const counts = { commands: own.flat().length, slices: slicesUsed, failed: failed.get(rate) };
    rows.push({ store, rate, ...counts, ...p(0.5), ...p(0.99), sent, written });
  }
}
for (const kind of kinds) await kind.end();
if (options.json) process.stdout.write(`${JSON.stringify({ seconds, rows }, null, 2)}\n`);
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
  return { store, place, slack, child, sent: 0, times: new Map(), failed: new Map() };
}

/** Sends each bot commands at a fixed rate, whatever the answers take, each at its own moment; null where no answer came. */
async function drive(rate: number, forSeconds: number): Promise<Map<Bot, (number | null)[]>> {
  const began = performance.now();
  const sent = new Map(bots.map((bot) => [bot, [] as Promise<number | null>[]]));
  for (let nth = 0; nth < rate * forSeconds; nth += 1) {
    // Another order each time, so that nobody is always behind the same one.
    for (const [place, bot] of shuffled(bots).entries()) {
      const wait = began + ((nth + place / bots.length) * 1000) / rate - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      bot.sent += 1;
      const answer = bot.slack.as('ana').command('/kb', '401.5', '#incident-4711');
      sent.get(bot)?.push(answer.then(({ ack, message }) => (message === null ? null : (ack?.milliseconds ?? null))));
    }
  }
  const times = [...sent].map(async ([bot, own]) => [bot, await Promise.all(own)] as const);
  return new Map(await Promise.all(times));
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Which slices count, by the bots that have no store. */
function quietSlices(rate: number): number[] {
  const [one = [], other = []] = bots.slice(0, 2).map(({ times }) => times.get(rate) ?? []);
  const slow = one.map((times, slice) => quantile([...times, ...(other[slice] ?? [])], 0.99));
  const usual = quantile([...slow], 0.5);
  return slow.flatMap((time, slice) => (time <= busy * usual ? [slice] : []));
}

function quantile(times: number[], share: number): number {
  const sorted = times.sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `1.08 (1.02 to 1.15)`: the ratio, and what it is when slices of the run are drawn at random, the same ones of both. */
function ratio(own: number[][], none: number[][], share: number): string {
  const of = (chosen: number[]) => {
    const [one = 0, other = 1] = [own, none].map((all) =>
      quantile(
        chosen.flatMap((slice) => all[slice] ?? []),
        share,
      ),
    );
    return one / other;
  };
  const all = own.map((_, slice) => slice);
  const drawn = Array.from({ length: resamplings }, () => of(all.map(() => Math.floor(Math.random() * all.length))));
  const [from, to] = [quantile(drawn, 0.05), quantile(drawn, 0.95)];
  return `${rounded(of(all))} (${rounded(from)} to ${rounded(to)})`;
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
