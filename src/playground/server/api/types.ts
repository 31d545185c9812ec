import type { Grants } from '../state/grants.js';
import type { Channel, Json, OAuthApp } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Arguments } from './arguments.js';

/** What an app is told of its tokens, and of what they reach. */
export type AppEvent = { type: 'app_uninstalled' | 'tokens_revoked' | 'team_access_revoked' } & Json;

/** Everything that a request can reach: the app's workspaces, and what it was registered with. */
export interface Site {
  /** The first is where those calls are noted that belong to none. */
  readonly workspaces: readonly [Workspace, ...Workspace[]];
  readonly oauth: OAuthApp | null;
  /** Null for an app that cannot be installed by OAuth. */
  readonly grants: Grants | null;
  /** The ws:// url of one new Socket Mode connection. */
  socketUrl(): string;
  /** Delivers an event of this workspace's, or of its organisation's installation, also to an app that was just taken out of it. */
  tell(workspace: Workspace, event: AppEvent, isOfOrganisation: boolean): void;
}

/** What a method needs of the server beside its arguments. */
export interface Host extends Pick<Site, 'oauth' | 'grants' | 'socketUrl'> {
  /** Whose token came along; without one the first. */
  readonly workspace: Workspace;
  readonly token: string | null;
  /** The workspaces that this token was given out for. */
  readonly reached: readonly Workspace[];
  /** The workspace that a call with an organisation's token is to name, as it named it; undefined for a token of one workspace. */
  readonly named: string | null | undefined;
  /** The workspace of an id, or all of an organisation; throws when there is none, because only known ids are granted. */
  placesOf(id: string): [Workspace, ...Workspace[]];
  /** Delivers an event of this workspace's, or of its organisation's installation. */
  tell(event: AppEvent, isOfOrganisation: boolean): void;
}

/** One Web API method: which token and scope it wants, and what it answers beside `ok: true`. Throws SlackError to refuse. */
export interface Method {
  token: 'bot' | 'app' | 'none';
  /** Whether it is about the token itself, so that one of an organisation needs no workspace named. */
  isAboutToken?: true;
  /** Of a conversation, the scope depends on its kind. */
  scope?: string | Readonly<Record<Channel['kind'], string>>;
  run(args: Arguments, host: Host): Json;
}

export type MethodTable = Record<string, Method>;
