import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { z } from 'zod';

const slackId = /^[SUW][A-Z0-9]{2,}$/;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where the store is. */
export const storeSettings = {
  SUBSTATUS_DATA: z.string().default('data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'must be an address such as postgres://user:password@host:5432/database',
    })
    .optional(),
};
/** For how long the process goes on without Slack. */
export const patience = {
  SUBSTATUS_GIVE_UP_MINUTES: z
    .string()
    .regex(/^\d{1,5}(?:\.\d+)?$/, 'must be a number of minutes')
    .transform(Number)
    .default(15),
};
/** Whatever the transport is. */
export const shared = {
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
export const oneWorkspace = z.object({ SLACK_BOT_TOKEN: z.string().regex(/^xoxb-/, 'must start with xoxb-') });
const secret = z.string().min(16, 'must have at least 16 characters');
/** People install the bot in their workspaces, each of which gives a token. */
export const manyWorkspaces = z.object({
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

/** Over Socket Mode. */
export const socketSettings = z.object({
  SLACK_TRANSPORT: z.literal('socket'),
  SLACK_APP_TOKEN: z.string().regex(/^xapp-/, 'must start with xapp-'),
  PORT: port.optional(),
  ...shared,
});
/** Over signed HTTP. */
export const httpSettings = z.object({
  SLACK_TRANSPORT: z.literal('http'),
  SLACK_SIGNING_SECRET: z.string().min(8, 'must have at least 8 characters'),
  PORT: port,
  ...shared,
});
/** For a transport that there is not: says so, and what else is wrong whatever the transport is. */
export const unknownTransport = z.object({
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
