import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';

/** How to get each setting; shown, in this order, when one is missing or wrong. */
const advice: Record<string, string> = {
  SLACK_TRANSPORT: 'socket (the default; nothing to open to the internet) or http (Slack posts to /slack/events)',
  SLACK_BOT_TOKEN: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token (starts with xoxb-)',
  SLACK_CLIENT_ID:
    'for many workspaces, instead of SLACK_BOT_TOKEN: api.slack.com/apps > your app > Basic Information > App Credentials > Client ID',
  SLACK_CLIENT_SECRET: 'beside SLACK_CLIENT_ID, under App Credentials > Client Secret',
  SLACK_STATE_SECRET:
    'beside SLACK_CLIENT_ID: any long random text, the same for all replicas; openssl rand -base64 32 makes one',
  SUBSTATUS_ENCRYPTION_KEY:
    'beside SLACK_CLIENT_ID: encrypts the tokens of the workspaces; openssl rand -base64 32 makes one. Keep it, and apart from backups. Several, with commas between: the first encrypts, all decrypt',
  SUBSTATUS_URL: 'the address at which people reach PORT, as in https://kb.example.com: where Slack sends them back to',
  SLACK_APP_TOKEN:
    'api.slack.com/apps > your app > Basic Information > App-Level Tokens > Generate, scope connections:write (starts with xapp-)',
  SLACK_SIGNING_SECRET: 'api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret',
  SLACK_API_URL: 'only for tests against a local Slack: the address of its Web API, ending in /api/',
  PORT: 'a free TCP port: needed for SLACK_TRANSPORT=http and for SLACK_CLIENT_ID; else it serves /healthz, /readyz and /metrics only, and may be left out',
  HOST: 'the address to listen on; 0.0.0.0 unless given',
  SUBSTATUS_KB: 'folders of articles, separated as in PATH, the first wins where two hold the same id',
  SUBSTATUS_INDEX: 'an index file to answer from (see substatus index); made when it is not there',
  SUBSTATUS_ASK: 'the id of a Slack user group (S0123456789) or user (U0123456789) to mention for "Ask a person"',
  SUBSTATUS_DATA: 'the folder for what the bot remembers; data in the working folder unless given',
  DATABASE_URL: 'a PostgreSQL database instead of that folder: postgres://user:password@host:5432/database',
  SUBSTATUS_RETENTION: 'for how long questions are kept, in days: 365d unless given, 1d to 3650d',
  SUBSTATUS_DIGEST: 'the id of the channel (C0123456789) that gets the questions without an answer every Monday',
  SUBSTATUS_GIVE_UP_MINUTES:
    'after how many minutes in which it could not take questions the process ends: 15 unless given, 0 for never',
  LOG_LEVEL: 'fatal, error, warn, info (the default), debug, trace or silent',
};

const slackId = /^[SUW][A-Z0-9]{2,}$/;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const storeSettings = {
  SUBSTATUS_DATA: z.string().default('data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'must be an address such as postgres://user:password@host:5432/database',
    })
    .optional(),
};
const patience = {
  SUBSTATUS_GIVE_UP_MINUTES: z
    .string()
    .regex(/^\d{1,5}(?:\.\d+)?$/, 'must be a number of minutes')
    .transform(Number)
    .default(15),
};
const shared = {
  ...storeSettings,
  ...patience,
  SLACK_API_URL: z.url('must be an address such as http://127.0.0.1:4711/api/').optional(),
  HOST: z.string().default('0.0.0.0'),
  SUBSTATUS_KB: z.string().refine(areThere, 'names a folder that is not there').optional(),
  SUBSTATUS_INDEX: z.string().optional(),
  SUBSTATUS_ASK: z.string().regex(slackId, 'must be an id such as S0123456789').optional(),
  SUBSTATUS_RETENTION: z.string().default('365d').transform(toMilliseconds),
  SUBSTATUS_DIGEST: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, 'must be the id of a channel such as C0123456789')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, 'must be one of these').default('info'),
};
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port, 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port, 0 to 65535');

/** The bot is in one workspace, whose token is a setting. */
const oneWorkspace = z.object({ SLACK_BOT_TOKEN: z.string().regex(/^xoxb-/, 'must start with xoxb-') });
const secret = z.string().min(16, 'must have at least 16 characters');
/** People install the bot in their workspaces, each of which gives a token. */
const manyWorkspaces = z.object({
  SLACK_BOT_TOKEN: z
    .undefined('must be left out beside SLACK_CLIENT_ID, because each workspace gives its own')
    .optional(),
  SLACK_CLIENT_ID: z.string().regex(/^\d+\.\d+$/, 'must be two numbers with a dot between'),
  SLACK_CLIENT_SECRET: secret,
  SLACK_STATE_SECRET: secret,
  SUBSTATUS_ENCRYPTION_KEY: z.string().transform(toKeys),
  SUBSTATUS_URL: z
    .string()
    .refine(isSafe, 'must be an address such as https://kb.example.com (http:// is for this machine only)')
    .optional(),
  SUBSTATUS_DIGEST: z
    .undefined('must be left out beside SLACK_CLIENT_ID: each workspace sets its channel in /kb settings')
    .optional(),
  PORT: port,
});

const socketSettings = z.object({
  SLACK_TRANSPORT: z.literal('socket'),
  SLACK_APP_TOKEN: z.string().regex(/^xapp-/, 'must start with xapp-'),
  PORT: port.optional(),
  ...shared,
});
const httpSettings = z.object({
  SLACK_TRANSPORT: z.literal('http'),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must have at least 8 characters'),
  PORT: port,
  ...shared,
});
/** For a transport that there is not: says so, and what else is wrong whatever the transport is. */
const unknownTransport = z.object({
  SLACK_TRANSPORT: z.enum(['socket', 'http'], 'must be socket or http'),
  PORT: port.optional(),
  ...shared,
});

/** Browsers keep the cookie that binds an installation to one of them for such addresses only. */
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}

function toKeys(text: string, context: z.RefinementCtx): Uint8Array[] {
  const keys = text
    .split(/[\s,]+/)
    .filter((key) => key !== '')
    .map(toKey);
  if (keys.length > 0 && keys.every((key) => key.length === 32)) return keys;
  context.addIssue('must be a key of 32 bytes in base64 or hex, or several with commas between');
  return z.NEVER;
}

function toKey(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : new Uint8Array();
}

function areThere(folders: string): boolean {
  return folders.split(delimiter).every((folder) => folder === '' || existsSync(folder));
}

/** `90d` in milliseconds. */
function toMilliseconds(text: string, context: z.RefinementCtx): number {
  const days = Number(/^(\d{1,4})d$/.exec(text)?.[1]);
  if (days >= 1 && days <= 3_650) return days * 24 * 60 * 60 * 1000;
  context.addIssue({ code: 'custom', message: 'must be a number of days such as 90d, at most 3650d' });
  return z.NEVER;
}

/** The way that Slack's requests reach the bot. */
export type Transport =
  | { type: 'socket'; appToken: string; healthPort: number | null; host: string }
  | { type: 'http'; signingSecret: string; port: number; host: string };

/** The app's credentials, for installing it in workspaces. */
export interface OAuth {
  clientId: string;
  clientSecret: string;
  /** Signs what goes to Slack with a person who installs, and comes back. */
  stateSecret: string;
  /** Of 32 bytes each; the first encrypts the workspaces' tokens, all decrypt them. */
  keys: readonly Uint8Array[];
  /** Where people reach the bot's pages, without a slash at the end; null when Slack knows it alone. */
  url: string | null;
}

/** Everything that `substatus serve` can be told, checked. */
export interface Config {
  /** The token of the one workspace that the bot is in; null when `oauth` is there. */
  botToken: string | null;
  /** How people install the bot in their workspaces; null when `botToken` is there. */
  oauth: OAuth | null;
  transport: Transport;
  /** Address of the Web API; null for Slack's own. */
  apiUrl: string | null;
  /** The setting SUBSTATUS_KB as written; null for the articles that ship. */
  knowledgeBase: string | null;
  /** The setting SUBSTATUS_INDEX; null for no index file. */
  index: string | null;
  /** Whom "Ask a person" mentions: the id of a user group or user; null for nobody. */
  ask: string | null;
  /** How long questions are kept, in milliseconds. */
  retentionMs: number;
  /** The id of the channel that gets the questions without an answer every week; null for none. */
  digest: string | null;
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
  const given = givenOf(environment);
  const { SLACK_TRANSPORT = 'socket' } = given;
  const settings = { ...given, SLACK_TRANSPORT };
  const without = 'there is no connection to Slack';
  const access = ownsInstallations(settings) ? manyWorkspaces : oneWorkspace;
  const how = access.safeParse(settings);
  const rest = (SLACK_TRANSPORT === 'http' ? httpSettings : socketSettings).safeParse(settings);
  const unknown = ['socket', 'http'].includes(SLACK_TRANSPORT) ? null : unknownTransport.safeParse(settings);
  if (how.success && rest.success) return toConfig(how.data, rest.data);
  const issues = [how.error, (unknown ?? rest).error].flatMap((error) => error?.issues ?? []);
  throw new ConfigError(explain(issues, given, without));
}

/** One setting of the many workspaces is enough to mean them: what is missing beside it is said. */
function ownsInstallations(settings: Record<string, string | undefined>): boolean {
  return ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'].some((name) => settings[name] !== undefined);
}

/** An empty value counts as not given. */
function givenOf(environment: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/**
 * @param consequence what does not work because of what is wrong
 * @throws ConfigError that lists all that is wrong
 */
function parse<T>(schema: z.ZodType<T>, settings: Record<string, string | undefined>, consequence: string): T {
  const parsed = schema.safeParse(settings);
  if (!parsed.success) throw new ConfigError(explain(parsed.error.issues, settings, consequence));
  return parsed.data;
}

/**
 * Reads where the store is: a server, or one file in the folder for what the bot remembers. No setting of Slack's is
 * needed for that.
 * @throws ConfigError when a setting is wrong
 */
export function readStorePlace(environment: Record<string, string | undefined>): { path: string } | { url: string } {
  const { DATABASE_URL: url, SUBSTATUS_DATA: folder } = parse(
    z.object(storeSettings),
    givenOf(environment),
    'the store cannot be opened',
  );
  return url === undefined ? { path: join(folder, 'substatus.db') } : { url };
}

/**
 * Reads the keys that encrypt the tokens of workspaces. No setting of Slack's is needed for that.
 * @throws ConfigError when they are missing or wrong
 */
export function readEncryptionKeys(environment: Record<string, string | undefined>): readonly Uint8Array[] {
  const schema = manyWorkspaces.pick({ SUBSTATUS_ENCRYPTION_KEY: true });
  return parse(schema, givenOf(environment), 'tokens cannot be decrypted').SUBSTATUS_ENCRYPTION_KEY;
}

/**
 * How long the process goes on without taking questions, in milliseconds; null for ever.
 * @throws ConfigError when the setting is wrong
 */
export function readPatience(environment: Record<string, string | undefined>): number | null {
  const { SUBSTATUS_GIVE_UP_MINUTES: minutes } = parse(z.object(patience), givenOf(environment), 'it cannot start');
  return minutes === 0 ? null : minutes * 60_000;
}

/** True when at least one of Slack's own settings is given: then somebody means to connect to Slack. */
export function mentionsSlack(environment: Record<string, string | undefined>): boolean {
  return ['SLACK_TRANSPORT', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'].some(
    (name) => environment[name],
  );
}

function toConfig(
  access: z.infer<typeof oneWorkspace> | z.infer<typeof manyWorkspaces>,
  settings: z.infer<typeof socketSettings> | z.infer<typeof httpSettings>,
): Config {
  const host = settings.HOST;
  return {
    botToken: access.SLACK_BOT_TOKEN ?? null,
    oauth: 'SLACK_CLIENT_ID' in access ? toOAuth(access) : null,
    transport:
      settings.SLACK_TRANSPORT === 'socket'
        ? { type: 'socket', appToken: settings.SLACK_APP_TOKEN, healthPort: settings.PORT ?? null, host }
        : { type: 'http', signingSecret: settings.SLACK_SIGNING_SECRET, port: settings.PORT, host },
    apiUrl: settings.SLACK_API_URL ?? null,
    knowledgeBase: settings.SUBSTATUS_KB ?? null,
    index: settings.SUBSTATUS_INDEX ?? null,
    ask: settings.SUBSTATUS_ASK ?? null,
    retentionMs: settings.SUBSTATUS_RETENTION,
    digest: settings.SUBSTATUS_DIGEST ?? null,
    logLevel: settings.LOG_LEVEL,
  };
}

function toOAuth(access: z.infer<typeof manyWorkspaces>): OAuth {
  return {
    clientId: access.SLACK_CLIENT_ID,
    clientSecret: access.SLACK_CLIENT_SECRET,
    stateSecret: access.SLACK_STATE_SECRET,
    keys: access.SUBSTATUS_ENCRYPTION_KEY,
    url: access.SUBSTATUS_URL?.replace(/(?<!\/)\/+$/, '') ?? null,
  };
}

function explain(
  issues: readonly z.core.$ZodIssue[],
  given: Record<string, string | undefined>,
  consequence: string,
): string {
  const problems = new Map(issues.map(({ path, message }) => [String(path[0]), message]));
  const lines = Object.entries(advice).flatMap(([name, how]) => {
    const problem = problems.get(name);
    if (problem === undefined) return [];
    return [`  ${name} ${given[name] === undefined ? 'is missing' : `is wrong: it ${problem}`}`, `      ${how}`];
  });
  return [
    `Settings are missing or wrong, so ${consequence}.`,
    ...lines,
    'Put them in .env (see .env.example), one NAME=value a line, or in the environment.',
  ].join('\n');
}
