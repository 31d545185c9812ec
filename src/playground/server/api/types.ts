import type { Channel, Json } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Arguments } from './arguments.js';

/** What a method needs of the server beside the state. */
export interface Host {
  readonly workspace: Workspace;
  /** The ws:// url of one new Socket Mode connection. */
  socketUrl(): string;
}

/** One Web API method: which token and scope it wants, and what it answers beside `ok: true`. Throws SlackError to refuse. */
export interface Method {
  token: 'bot' | 'app' | 'none';
  /** Of a conversation, the scope depends on its kind. */
  scope?: string | Readonly<Record<Channel['kind'], string>>;
  run(args: Arguments, host: Host): Json;
}

export type MethodTable = Record<string, Method>;
