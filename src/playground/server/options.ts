/** How a local Slack is started: its options, and what is in it from the beginning. */

import type { Organisation } from './slack-objects.js';

/** How events, commands and interactions reach the bot: over its Socket Mode connections, or as signed POSTs. */
export type DeliveryMode = { type: 'socket' } | { type: 'http'; url?: string };

/** The bot events that the app subscribes to; `message.im` also covers edits and deletions in a DM. */
export type BotEvent =
  | 'app_mention'
  | 'message.im'
  | 'message.channels'
  | 'message.groups'
  | 'app_home_opened'
  | 'app_uninstalled'
  | 'team_access_revoked'
  | 'tokens_revoked';

export interface LocalSlackOptions {
  /** Port on 127.0.0.1; 0 (the default) takes a free one. */
  port?: number;
  /** Default `{ type: 'socket' }`. The url of an HTTP bot may also be set later with `deliverTo()`. */
  delivery?: DeliveryMode;
  /** The clock, in milliseconds since 1970: message timestamps, trigger and response_url ages. Default `Date.now`. */
  now?: () => number;
  /** How long the bot has to acknowledge a delivery. Default 3000. */
  ackTimeoutMs?: number;
  /** Pauses before each retry of an event. Default Slack's: at once, one minute, five minutes. */
  retryDelaysMs?: readonly number[];
  /** Default app_mention, message.im and app_home_opened. */
  events?: readonly BotEvent[];
  /** What people type after `@` to mention the bot. Default `Substatus`. */
  botName?: string;
  /** The app's slash commands; any other is refused. Without it, every command reaches the bot. */
  commands?: readonly { command: string }[];
  /** The app's shortcuts; the client offers no other. Without it, every callback id reaches the bot. */
  shortcuts?: readonly { type: 'message' | 'global'; callbackId: string }[];
  /** What the bot's token may do; a call that needs more is refused. Without it, everything. */
  scopes?: readonly string[];
  /** Lets people install the app at `/oauth/v2/authorize`; then no workspace has it from the start. */
  oauth?: OAuthApp;
  /** To which all workspaces belong, so that the app can be installed in all of it. Default none. */
  organisation?: Organisation;
  /** Whether the app has a Home tab. Default true. */
  homeTab?: boolean;
  /** Calls beyond these are refused with 429. Default none; `slackRateLimits` are Slack's. */
  rateLimits?: RateLimits;
  /** People, channels and messages beside the ones that are always there. */
  seed?: Seed;
}

/** What an app was registered with, so that people can install it. */
export interface OAuthApp {
  clientId: string;
  clientSecret: string;
  /** Where the page may send people back to: these addresses and what is below them. The first is the default. */
  redirectUrls: readonly string[];
  /** Those of `scopes` that a person may decline. */
  optionalScopes?: readonly string[];
  /** With token rotation: how long a token is taken. Without it, for ever. */
  tokenLifeSeconds?: number;
}

export interface RateLimits {
  /** To one channel, by chat.postMessage; and again by response_urls. */
  messages: { perSecond: number; burst: number };
  /** Method -> calls a minute. */
  perMinute: Readonly<Record<string, number>>;
}

/** A message that was there before. */
export interface SeedMessage {
  channel: string;
  who: string;
  /** As typed. */
  text: string;
  minutesAgo: number;
  /** Emoji -> who reacted. */
  reactions?: Readonly<Record<string, readonly string[]>>;
  replies?: readonly Omit<SeedMessage, 'channel' | 'replies'>[];
}

export interface Seed {
  users?: readonly {
    name: string;
    realName?: string;
    isBot?: boolean;
    isAdmin?: boolean;
    isOwner?: boolean;
    locale?: string;
  }[];
  channels?: readonly { name: string; topic?: string; isPrivate?: boolean; withBot?: boolean; madeBy?: string }[];
  /** What was said before; the bot hears nothing of it. */
  messages?: readonly SeedMessage[];
}
