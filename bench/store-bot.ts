/**
 * The bot of bench/store-latency.ts: over the store that STORE says (a StorePlace as JSON), or over none; with UNRECORDED
 * it claims deliveries and writes no question down. With a store its team has 500 notes about the answer. In a store the articles in question have votes of five people each.
 */
import { loadKnowledgeBase } from '../src/cli/knowledge-base.js';
import { readConfig } from '../src/config.js';
import { createLogger } from '../src/log.js';
import { createSlackBot } from '../src/slack/app.js';
import { openStore } from '../src/store/open-store.js';
import { note } from '../test/support/notes.js';

const { STORE, UNRECORDED, ...environment } = process.env;
const store = STORE === undefined ? null : await openStore(JSON.parse(STORE));
// Several people have voted on each article that the question finds, so that answers count, rank and say so.
for (const article of ['S40105', 'Q288323', 'S40100']) {
  for (let person = 0; person < 5; person += 1) {
    const answer = { channel: 'C0BENCH', thread: null, question: article };
    const vote = {
      team: 'T0LOCAL00',
      article,
      answer,
      person: `U${person}`,
      verdict: 'fixed' as const,
      at: Date.now(),
    };
    await store?.feedback.vote(vote);
  }
}
const used =
  store !== null && UNRECORDED !== undefined ? { ...store, lookups: { record: () => '', waiting: 0 } } : store;
for (let index = 0; store !== null && index < 500; index += 1)
  await store.notes.save(
    note({ team: 'T0LOCAL00', created: index, text: `on web-${index} 401.5 was the load balancer` }),
  );
const { lookup } = await loadKnowledgeBase([]);
const bot = createSlackBot(readConfig(environment), lookup, createLogger('error'), used);
process.once('SIGTERM', async () => {
  await bot.stop();
  await store?.close();
  process.exit(0);
});
await bot.start();
