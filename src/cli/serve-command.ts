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
      await serve(config, readStorePlace(environment), environment, options.kb, options.index);
    });
}

const help = `
Settings come from the environment and from .env in the working folder:
  SLACK_BOT_TOKEN        the bot's token (xoxb-...)
  SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET
                         instead: people install it in many workspaces at /slack/install (docs/WORKSPACES.md)
  SUBSTATUS_ENCRYPTION_KEY  for these: encrypts their tokens; 32 bytes in base64 or hex, several with commas between
  SUBSTATUS_URL          for these: where people reach PORT, as in https://kb.example.com
  SLACK_TRANSPORT        socket (default) or http
  SLACK_APP_TOKEN        for socket: the app-level token (xapp-...)
  SLACK_SIGNING_SECRET   for http: the app's signing secret
  PORT, HOST             for http: where to listen; for socket: where to serve the pages below, if anywhere
  SUBSTATUS_KB           folders of articles, separated as in PATH
  SUBSTATUS_INDEX        index file to answer from, made when it is not there; for large archives
  SUBSTATUS_ASK          user group or user that "Ask a person" mentions
  SUBSTATUS_DATA         folder for what the bot remembers (./data unless given): one file, substatus.db
  DATABASE_URL           a PostgreSQL database instead, which several replicas can share
  SUBSTATUS_RETENTION    for how long questions are kept (365d unless given)
  SUBSTATUS_DIGEST       channel that gets the questions without an answer every Monday
  OTEL_EXPORTER_OTLP_ENDPOINT  where to send traces, if anywhere; OpenTelemetry's other settings count as well
  SUBSTATUS_GIVE_UP_MINUTES  when to end after so long without taking questions (15 unless given, 0 for never)
  LOG_LEVEL              info unless given; logs go to standard error

Example:
  $ substatus serve --kb ./team-kb --kb ./kb-data

GET on PORT: /healthz answers 200 while the process is alive, /readyz 200 while questions are taken and 503 while not,
/metrics what Prometheus reads. SIGTERM and Ctrl+C finish what is under way and end it with exit code 0. It ends by
itself, with exit code 1, when it could not take questions for 15 minutes, or as long as the setting says.

${exitCodes}`;
