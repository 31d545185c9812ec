import { join } from 'node:path';
import { z } from 'zod';
import { advice } from './config/advice.js';
import {
  httpSettings,
  manyWorkspaces,
  oneWorkspace,
  patience,
  type shared,
  socketSettings,
  storeSettings,
  unknownTransport,
} from './config/schemas.js';

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
