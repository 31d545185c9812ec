import { Command } from 'commander';
import { mentionsSlack, readConfig, readStorePlace } from '../config.js';
import { readEnvironment } from './environment.js';
import { exitCodes } from './exit.js';
import { kbFolders } from './knowledge-base.js';
import { kbOption, port } from './options.js';

/** Where the local Slack listens unless told otherwise. */
const localPort = 4711;

export function startCommand(): Command {
  return new Command('start')
    .description('connect to Slack when there are tokens, else start a local Slack with the bot in it, as a web page')
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
      if (mentionsSlack(environment)) {
        const config = readConfig(environment);
        const { serve } = await import('./serve.js');
        return serve(config, readStorePlace(environment), environment, options.kb);
      }
      const folders = options.kb.length > 0 ? options.kb : kbFolders(environment.SUBSTATUS_KB ?? null);
      const { startLocally } = await import('./start.js');
      await startLocally(folders, options.port);
    });
}

const examples = `
Tokens come from the environment and from .env in the working folder; substatus serve --help lists all settings.
Without them, open the address that is printed first. The terminal plays one /kb 401.5 and takes more; Ctrl+C ends it.

Examples:
  $ substatus start
  $ substatus start --kb ./team-kb --kb ./kb-data --port 0

${exitCodes}`;
