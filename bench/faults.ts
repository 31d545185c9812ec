/**
 * Is an answer lost without a word, or said twice, when something goes wrong? Each fault of test/support/faults is tried in
 * every way of asking that it can meet, so many times; a process is killed at as many moments.
 *
 *   npm run bench:faults -- [--rounds 3] [--only WORDS] [--json]
 *
 * `answered`: once. `told`: no answer, but a word of the bot's, or Slack's own error. Ends with exit code 1 when
 * something was lost, duplicated, or otherwise than it should be.
 */
import { parseArgs } from 'node:util';
import { callFaults } from '../test/support/faults/calls.js';
import { deliveryFaults } from '../test/support/faults/deliveries.js';
import type { Row } from '../test/support/faults/fault.js';
import { processFaults } from '../test/support/faults/process.js';
import { createScenes } from '../test/support/faults/scenes.js';
import { storeFaults } from '../test/support/faults/store.js';
import { tableOf } from '../test/support/faults/table.js';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const scenes = createScenes();
const store = await storeFaults();
const all = [...deliveryFaults(scenes.over), ...callFaults(scenes.over('socket')), ...store.faults, ...processFaults];
const rows: Row[] = [];
for (const fault of all.filter(({ name }) => name.includes(options.only))) {
  const { cannot = null } = fault;
  if (cannot !== null) {
    process.stderr.write(`${fault.name}: not tried, ${cannot}\n`);
    continue;
  }
  const began = performance.now();
  const row = await fault.run(Number(options.rounds));
  rows.push(row);
  process.stderr.write(`${fault.name}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  for (const surprise of row.surprises) process.stderr.write(`  ${surprise}\n`);
}
await scenes.end();
await store.end();
process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows));
process.exitCode = rows.some(({ lost, duplicated, surprises }) => lost + duplicated + surprises.length > 0) ? 1 : 0;
