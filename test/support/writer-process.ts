/**
 * Writes to the store until it is done or killed, and says each write that was acknowledged on a line of its own.
 * Arguments: a StorePlace as JSON, a name for the keys, how many.
 */
import { openStore } from '../../src/store/open-store.js';
import { asked } from './lookups.js';

const [place = '', name = '', writes = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(place));
// What does not wait for the disk outlives the writer too, but not a server that is killed with it.
const isServer = 'url' in JSON.parse(place);
for (let index = 0; index < Number(writes); index += 1) {
  const key = `${name} ${index}`;
  store.lookups.record(asked()); // so that batches are written in between
  const { claim, claimSoon } = store.deliveries;
  if (await (index % 3 === 0 && !isServer ? claimSoon : claim)(key, 24 * 60 * 60 * 1000))
    process.stdout.write(`${key}\n`);
}
await store.close();
