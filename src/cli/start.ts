import { Command } from 'commander';
import { type Config, mentionsSlack, readConfig } from '../config.js';
import { createLogger } from '../log.js';
import { startLocalSlack } from '../playground/server/local-slack.js';
import type { LocalSlack } from '../playground/server/types.js';
import { createSlackBot } from '../slack/app.js';
import { readEnvironment } from './environment.js';
import { exitCodes } from './exit.js';
import { kbFolders, loadKnowledgeBase, reportProblems } from './knowledge-base.js';
import { kbOption, port } from './options.js';
import { serve } from './serve.js';
import { whenAskedToStop } from './stopping.js';
import { openTerminalSlack } from './terminal-slack.js';

/** Where the local Slack listens unless told otherwise. */
const localPort = 4711;

export function startCommand(): Command {
  return new Command('start')
    .description('connect to Slack when there are tokens, else start a local Slack with the bot in it')
    .addOption(kbOption())
    .option(
      '--port <n>',
      `port of the local Slack on 127.0.0.1; 0 takes a free one (default ${localPort})`,
      port,
      localPort,
    )
    .addHelpText('after', examples)
    .action(async (options: { kb: string[]; port: number }) => {
      const environment = readEnvironment();
      if (mentionsSlack(environment)) return serve(readConfig(environment), options.kb);
      const folders = options.kb.length > 0 ? options.kb : kbFolders(environment.SUBSTATUS_KB ?? null);
      await startLocally(folders, options.port);
    });
}

const examples = `
Tokens come from the environment and from .env in the working folder; substatus serve --help lists all settings.
Without them, the local Slack plays one /kb 401.5 and, on a terminal, takes more; Ctrl+C ends it.

Examples:
  $ substatus start
  $ substatus start --kb ./team-kb --kb ./kb-data --port 0

${exitCodes}`;

/** The local Slack and the bot in one process: the bot is the same as in production, over a real socket. */
async function startLocally(folders: string[], port: number): Promise<void> {
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
