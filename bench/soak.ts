/**
 * Does the bot's memory stay where it is under load? Commands and mentions come through the local Slack, as in bench/flood.ts; after
 * each round garbage is collected in the bot's process, and what is in use then is noted.
 *
 *   npm run bench:soak -- [--minutes 30] [--rate 100] [--mentions 0.03] [--json]
 *
 * Passed when nothing was lost or answered twice, and the last third holds at the most 5 % more in use, and 10 % more in all, than
 * the middle one (test/support/soak.ts says why). Exit code 1 when not. The tests do the same for two minutes.
 */
import { parseArgs } from 'node:util';
import { mostGrowth, soak } from '../test/support/soak.js';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '100' },
    mentions: { type: 'string', default: '0.03' },
    json: { type: 'boolean', default: false },
  },
});
const load = {
  minutes: Number(options.minutes),
  perSecond: Number(options.rate),
  mentions: Number(options.mentions),
};
const result = await soak(load, ({ minute, rss, inUse }) => {
  process.stderr.write(`${minute.toFixed(1)} min: ${inUse} MiB in use, ${rss} MiB in all\n`);
});
const { growth, lost, duplicated, samples, ...counts } = result;
const isPassed = lost + duplicated === 0 && growth.inUse <= mostGrowth.inUse && growth.rss <= mostGrowth.rss;
if (options.json) process.stdout.write(`${JSON.stringify({ ...load, ...result, isPassed }, null, 2)}\n`);
else {
  console.table([{ ...load, ...counts, lost, duplicated }]);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const last = samples.at(-1);
  process.stdout.write(
    `last third over middle third: in use ${percent(growth.inUse)}, in all ${percent(growth.rss)}; at the end ${last?.inUse} and ${last?.rss} MiB\n${isPassed ? 'passed' : 'NOT passed'}\n`,
  );
}
process.exitCode = isPassed ? 0 : 1;
