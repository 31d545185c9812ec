import type { Config } from '../config.js';
import { createLogger } from '../log.js';
import { startLocalSlack } from '../playground/server/local-slack.js';
import type { LocalSlack } from '../playground/server/types.js';
import { createSlackBot } from '../slack/app.js';
import { loadKnowledgeBase, reportProblems } from './knowledge-base.js';
import { whenAskedToStop } from './stopping.js';
import { openTerminalSlack } from './terminal-slack.js';

/** The local Slack and the bot in one process: the bot is the same as in production, over a real socket. */
export async function startLocally(folders: string[], port: number): Promise<void> {
  const open: { stop(): Promise<void> }[] = [];
  whenAskedToStop(async () => {
    for (const part of open.reverse()) await part.stop();
  });
  const { lookup, diagnostics } = await loadKnowledgeBase(folders);
  reportProblems(diagnostics);
  const slack = await startLocalSlack({ port });
  open.push(slack);
  const bot = createSlackBot(localConfig(slack), lookup, createLogger('warn'));
  await bot.start();
  open.push(bot);
  open.push(await openTerminalSlack(slack, lookup.size));
}

function localConfig(slack: LocalSlack): Config {
  return {
    botToken: slack.botToken,
    transport: { type: 'socket', appToken: slack.appToken, healthPort: null, host: '127.0.0.1' },
    apiUrl: slack.apiUrl,
    knowledgeBase: null,
    index: null,
    ask: null,
    logLevel: 'warn',
  };
}
