import type { MessageContent } from '../message-text.js';

/** What a message event says about itself, as far as it is read here. */
export interface IncomingMessage extends MessageContent {
  channel: string;
  ts: string;
  thread_ts?: string | undefined;
  channel_type?: string | undefined;
  user?: string | undefined;
  subtype?: string | undefined;
  bot_id?: string | undefined;
  bot_profile?: unknown;
  app_id?: string | undefined;
  edited?: unknown;
  hidden?: boolean | undefined;
}

/**
 * True for a new message that a person wrote. Bots (ourselves among them), edits, deletions and Slack's own
 * notices are not answered, so that no two bots ever talk to each other.
 */
export function isFromPerson(message: IncomingMessage): boolean {
  const byMachine =
    message.bot_id !== undefined ||
    message.bot_profile !== undefined ||
    message.app_id !== undefined ||
    message.user === undefined ||
    message.user === 'USLACKBOT';
  const isNew = message.edited === undefined && message.hidden !== true;
  const isPlain = message.subtype === undefined || ['file_share', 'thread_broadcast'].includes(message.subtype);
  return !byMachine && isNew && isPlain;
}
