/**
 * Is a write lost that was acknowledged, when the writer is killed with SIGKILL at a random point of 1,000 writes?
 * On PostgreSQL every second round kills the server as well.
 *
 *   npm run bench:kill -- [--rounds 20] [--writes 1000] [--json]
 *
 * SQLite always; PostgreSQL as the tests find one (SUBSTATUS_TEST_DATABASE, npm's, or the system's).
 */
import { parseArgs } from 'node:util';
import { databaseKinds } from '../test/support/databases.js';
import { lostOf, writeAndKill } from '../test/support/kill-writer.js';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    writes: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const writes = Number(options.writes);

const rows = [];
for (const kind of await databaseKinds()) {
  const place = await kind.newPlace();
  const acknowledged: string[] = [];
  let killed = 0;
  let crashes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const written = await writeAndKill(place, `round ${round}`, writes, 1 + Math.floor(Math.random() * (writes - 1)));
    if (written.length < writes) killed += 1;
    acknowledged.push(...written);
    if (round % 2 === 1 && kind.server?.crash) {
      await kind.server.crash();
      crashes += 1;
    }
  }
  const lost = (await lostOf(place, acknowledged)).length;
  rows.push({ database: kind.name, rounds, killed, serverKilled: crashes, acknowledged: acknowledged.length, lost });
  await kind.end();
}
if (options.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
else console.table(rows);
