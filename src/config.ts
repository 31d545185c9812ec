import { z } from 'zod';

/** How to get each setting; shown when one is missing or wrong. */
const advice: Record<string, string> = {
  SLACK_BOT_TOKEN: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token (starts with xoxb-)',
  SLACK_APP_TOKEN:
    'api.slack.com/apps > your app > Basic Information > App-Level Tokens > Generate, scope connections:write (starts with xapp-)',
  SLACK_SIGNING_SECRET: 'api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret',
  SLACK_TRANSPORT: 'socket (the default; nothing to open to the internet) or http (Slack posts to /slack/events)',
  SLACK_API_URL: 'only for tests against a local Slack: the address of its Web API, ending in /api/',
  PORT: 'a free TCP port: needed for SLACK_TRANSPORT=http; with socket it serves /healthz only, and may be left out',
  HOST: 'the address to listen on; 0.0.0.0 unless given',
  SUBSTATUS_KB: 'folders of articles, separated as in PATH, the first wins where two hold the same id',
  SUBSTATUS_ASK: 'the id of a Slack user group (S0123456789) or user (U0123456789) to mention for "Ask a person"',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
};

const slackId = /^[SUW][A-Z0-9]{2,}$/;

const shared = {
  SLACK_BOT_TOKEN: z.string().regex(/^xoxb-/, 'must start with xoxb-'),
  SLACK_API_URL: z.url().optional(),
  HOST: z.string().default('0.0.0.0'),
  SUBSTATUS_KB: z.string().optional(),
  SUBSTATUS_ASK: z.string().regex(slackId, 'must be an id such as S0123456789').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};
const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.discriminatedUnion('SLACK_TRANSPORT', [
  z.object({
    SLACK_TRANSPORT: z.literal('socket'),
    SLACK_APP_TOKEN: z.string().regex(/^xapp-/, 'must start with xapp-'),
    PORT: port.optional(),
    ...shared,
  }),
  z.object({
    SLACK_TRANSPORT: z.literal('http'),
    SLACK_SIGNING_SECRET: z.string().min(8, 'must have at least 8 characters'),
    PORT: port,
    ...shared,
  }),
]);

/** The way that Slack's requests reach the bot. */
export type Transport =
  | { type: 'socket'; appToken: string; healthPort: number | null; host: string }
  | { type: 'http'; signingSecret: string; port: number; host: string };

/** Everything that `substatus serve` can be told, checked. */
export interface Config {
  botToken: string;
  transport: Transport;
  /** Address of the Web API; null for Slack's own. */
  apiUrl: string | null;
  /** The setting SUBSTATUS_KB as written; null for the articles that ship. */
  knowledgeBase: string | null;
  /** Whom "Ask a person" mentions: the id of a user group or user; null for nobody. */
  ask: string | null;
  logLevel: z.infer<typeof shared.LOG_LEVEL>;
}

/** Settings are missing or wrong; the message lists them all and how to get each. */
export class ConfigError extends Error {
  readonly code = 'config';
}

/**
 * Reads the settings. An empty value counts as not given.
 * @param environment usually `process.env`; read nowhere else
 * @throws ConfigError that lists every setting that is missing or wrong
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse({ ...given, SLACK_TRANSPORT: given.SLACK_TRANSPORT ?? 'socket' });
  if (!parsed.success) throw new ConfigError(explain(parsed.error, given));
  return toConfig(parsed.data);
}

/** True when at least one of Slack's own settings is given: then somebody means to connect to Slack. */
export function mentionsSlack(environment: Record<string, string | undefined>): boolean {
  return ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some((name) => environment[name]);
}

function toConfig(settings: z.infer<typeof Environment>): Config {
  const host = settings.HOST;
  return {
    botToken: settings.SLACK_BOT_TOKEN,
    transport:
      settings.SLACK_TRANSPORT === 'socket'
        ? { type: 'socket', appToken: settings.SLACK_APP_TOKEN, healthPort: settings.PORT ?? null, host }
        : { type: 'http', signingSecret: settings.SLACK_SIGNING_SECRET, port: settings.PORT, host },
    apiUrl: settings.SLACK_API_URL ?? null,
    knowledgeBase: settings.SUBSTATUS_KB ?? null,
    ask: settings.SUBSTATUS_ASK ?? null,
    logLevel: settings.LOG_LEVEL,
  };
}

function explain(error: z.ZodError, given: Record<string, string | undefined>): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const problem = given[name] === undefined ? 'is missing' : `is wrong: ${issue.message}`;
    return `  ${name} ${problem}\n      ${advice[name] ?? ''}`;
  });
  return [
    'Substatus cannot connect to Slack: settings are missing or wrong.',
    ...lines,
    'Put them in .env (see .env.example), one NAME=value a line, or in the environment.',
  ].join('\n');
}
