/** What a workspace is made of. Messages, views and options keep Slack's field names, because they travel as they are. */

export interface Team {
  id: string;
  name: string;
  domain: string;
}

/** What several workspaces can belong to (Enterprise Grid). */
export interface Organisation {
  id: string;
  name: string;
}

export interface BotUser {
  /** The user id, as in a mention `<@U…>`. */
  id: string;
  botId: string;
  appId: string;
  /** What people type after `@`. */
  name: string;
}

export interface User {
  id: string;
  name: string;
  realName: string;
  /** Set for app users, null for people. */
  botId: string | null;
  appId: string | null;
  /** An owner is an admin too. */
  isAdmin: boolean;
  isOwner: boolean;
  locale: string;
}

export interface Channel {
  id: string;
  /** Without `#`; of a DM, the name of the person. */
  name: string;
  kind: 'public' | 'private' | 'im';
  topic: string;
  members: Set<string>;
  /** Id of who made it; of a DM nobody. */
  creator: string | null;
  isArchived: boolean;
  /** Milliseconds since 1970. */
  created: number;
}

/** Any JSON object, as it travels. */
export type Json = Record<string, unknown>;

/** A message as Slack shows it: the fields of the Web API, and who may see it. */
export interface Message {
  type: 'message';
  subtype?: string;
  /** Id of the channel. */
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  text: string;
  team: string;
  blocks?: Json[];
  attachments?: Json[];
  files?: Json[];
  metadata?: Json;
  client_msg_id?: string;
  /** On what stays of a deleted message that has replies. */
  hidden?: boolean;
  bot_id?: string;
  app_id?: string;
  bot_profile?: Json;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  /** The one user who sees this ephemeral message; absent on messages that everybody sees. */
  ephemeral_to?: string;
}

/** A modal or Home view as `views.open` returns it. */
export interface View {
  id: string;
  type: 'modal' | 'home';
  team_id: string;
  app_id: string;
  bot_id: string;
  callback_id: string;
  external_id: string;
  private_metadata: string;
  hash: string;
  state: { values: ViewValues };
  root_view_id: string;
  previous_view_id: string | null;
  title: Json | null;
  submit: Json | null;
  close: Json | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  blocks: Json[];
}

/** block_id -> action_id -> the state of that element (`{type, value}`, `{type, selected_option}`, …). */
export type ViewValues = Record<string, Record<string, Json>>;

export type Option = {
  text: { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean };
  value: string;
  description?: Json;
};
