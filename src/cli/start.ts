import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.js';
import { createLogger } from '../log.js';
import { history } from '../playground/scenes/history.js';
import { scenes } from '../playground/scenes/scenes.js';
import { suggestions } from '../playground/scenes/suggestions.js';
import { startLocalSlack } from '../playground/server/local-slack.js';
import { readManifest } from '../playground/server/manifest.js';
import { slackRateLimits } from '../playground/server/state/rate-limits.js';
import type { LocalSlack } from '../playground/server/types.js';
import { startPlayground } from '../playground/web/playground.js';
import { createSlackBot } from '../slack/app.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/types.js';
import { loadKnowledgeBase, reportProblems } from './knowledge-base.js';
import { whenAskedToStop } from './stopping.js';
import { openTerminalSlack } from './terminal-slack.js';

const manifestFile = new URL('../../manifest.json', import.meta.url);
/** Where `npm run build` puts the page. */
const pageFolder = fileURLToPath(new URL('../../dist/playground/page', import.meta.url));

/** The local Slack with its page and the bot in one process: the bot is the same as in production, over a real socket. */
export async function startLocally(folders: string[], port: number): Promise<void> {
  const open: { stop(): Promise<void> }[] = [];
  whenAskedToStop(async () => {
    for (const part of open.reverse()) await part.stop();
  });
  const { lookup, diagnostics } = await loadKnowledgeBase(folders);
  reportProblems(diagnostics);
  const app = readManifest(JSON.parse(await readFile(manifestFile, 'utf8')));
  const slack = await startLocalSlack({
    ...app,
    events: [...app.events, 'message.channels', 'message.groups'], // so that every setting can be tried
    port,
    rateLimits: slackRateLimits,
    seed: { messages: history },
  });
  open.push(slack);
  const { commands, shortcuts } = app;
  const playground = await startPlayground(slack, { pageFolder, commands, shortcuts, scenes, suggestions });
  open.push(playground);
  const store = await openTemporaryStore();
  open.push({ stop: () => store.close() });
  const bot = createSlackBot(localConfig(slack), lookup, createLogger('warn'), store);
  await bot.start();
  open.push(bot);
  open.push(await openTerminalSlack(slack, playground.url, lookup.size));
}

/** What is tried here is not to be remembered: the store is gone when it is closed. */
async function openTemporaryStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'substatus-start-'));
  const store = await openStore({ path: join(folder, 'substatus.db') });
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...store, close };
}

function localConfig(slack: LocalSlack): Config {
  return {
    botToken: slack.botToken,
    oauth: null,
    transport: { type: 'socket', appToken: slack.appToken, healthPort: null, host: '127.0.0.1' },
    apiUrl: slack.apiUrl,
    knowledgeBase: null,
    index: null,
    ask: null,
    retentionMs: 1_000_000_000,
    digest: null,
    logLevel: 'warn',
  };
}
