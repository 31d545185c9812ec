/**
 * The bot of bench/store-latency.ts: over the store that STORE says (a StorePlace as JSON), or over none; with UNRECORDED
 * it claims deliveries and writes no question down.
 */
import { loadKnowledgeBase } from '../src/cli/knowledge-base.js';
import { readConfig } from '../src/config.js';
import { createLogger } from '../src/log.js';
import { createSlackBot } from '../src/slack/app.js';
import { openStore } from '../src/store/open-store.js';

const { STORE, UNRECORDED, ...environment } = process.env;
const store = STORE === undefined ? null : await openStore(JSON.parse(STORE));
const used =
  store !== null && UNRECORDED !== undefined ? { ...store, lookups: { record: () => '', waiting: 0 } } : store;
const { lookup } = await loadKnowledgeBase([]);
const bot = createSlackBot(readConfig(environment), lookup, createLogger('error'), used);
process.once('SIGTERM', async () => {
  await bot.stop();
  await store?.close();
  process.exit(0);
});
await bot.start();
