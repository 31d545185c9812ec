import { Command } from 'commander';
import { readConfig, readStorePlace } from '../config.js';
import { readEnvironment } from './environment.js';
import { exitCodes } from './exit.js';
import { indexOption, kbOption } from './options.js';

/** Slack's libraries are loaded when they are needed: a lookup does without. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('connect to Slack and answer there')
    .addOption(kbOption())
    .addOption(indexOption())
    .addHelpText('after', help)
    .action(async (options: { kb: string[]; index?: string }) => {
      const environment = readEnvironment();
      const config = readConfig(environment);
      const { serve } = await import('./serve.js');
      await serve(config, readStorePlace(environment), options.kb, options.index);
    });
}

const help = `
Settings come from the environment and from .env in the working folder:
  SLACK_BOT_TOKEN        the bot's token (xoxb-...)
  SLACK_TRANSPORT        socket (default) or http
  SLACK_APP_TOKEN        for socket: the app-level token (xapp-...)
  SLACK_SIGNING_SECRET   for http: the app's signing secret
  PORT, HOST             for http: where to listen; for socket: where to serve /healthz, if anywhere
  SUBSTATUS_KB           folders of articles, separated as in PATH
  SUBSTATUS_INDEX        index file to answer from, made when it is not there; for large archives
  SUBSTATUS_ASK          user group or user that "Ask a person" mentions
  SUBSTATUS_DATA         folder for what the bot remembers (./data unless given): one file, substatus.db
  DATABASE_URL           a PostgreSQL database instead, which several replicas can share
  LOG_LEVEL              info unless given; logs go to standard error

Example:
  $ substatus serve --kb ./team-kb --kb ./kb-data

GET /healthz on PORT answers 200 while questions can be taken, else 503. SIGTERM and Ctrl+C finish what is under way
and end it with exit code 0.

${exitCodes}`;
