/**
 * The public face of the local Slack: `startLocalSlack()` in `local-slack.ts` returns a `LocalSlack`.
 * Slack's own objects stand in `slack-objects.ts`, the options in `options.ts`.
 */

import type { Seed } from './options.js';
import type { BotUser, Channel, Json, Message, Option, Team, User, View } from './slack-objects.js';

export type * from './options.js';
export type * from './slack-objects.js';

/** What the bot answered to one delivery, and how long that took from the sending on. */
export interface Ack {
  /** The HTTP status, or 200 for an envelope that was acknowledged. */
  status: number;
  /** The parsed JSON, the text of a non-JSON body, or null when it was empty. */
  body: unknown;
  milliseconds: number;
}

/**
 * What a person sees when a delivery went wrong, in Slack's words:
 * `operation_timeout` no ack in time, `dispatch_failed` nobody there or a status other than 200,
 * `invalid_command_response` the ack carried a message that Slack refuses,
 * `unknown_command` no app of the workspace has this slash command, so nothing was sent.
 */
export type DeliveryError = 'operation_timeout' | 'dispatch_failed' | 'invalid_command_response' | 'unknown_command';

export interface InteractionResult {
  /** Null when the bot could not be reached or did not answer in time. */
  ack: Ack | null;
  error: DeliveryError | null;
}

export interface CommandResult extends InteractionResult {
  /** The message that the ack put into the channel, ephemeral or for all; null when the ack was empty. */
  message: Message | null;
  /** Why Slack refused the ack's message (JSON pointers), else empty. */
  problems: readonly string[];
}

export interface SubmitResult extends InteractionResult {
  /** block_id -> what the person reads under the input; from the client's own checks or from `response_action: errors`. */
  errors: Record<string, string>;
  /** The view on top of the person's stack afterwards, or null when the modal closed. */
  view: View | null;
}

/** A typed value for one input: text, an option's value, a date, a user or channel id; arrays for multi inputs. */
export type InputValue = string | number | readonly string[];

/** action_id -> value; or block_id -> action_id -> value, where several blocks hold the same action_id. */
export type SubmitValues = Readonly<Record<string, InputValue | Readonly<Record<string, InputValue>>>>;

export interface PostOptions {
  threadTs?: string;
  /** Snippets and attachments as file objects, e.g. `{ name: 'u_ex.log', mimetype: 'text/plain' }`. */
  files?: readonly Json[];
}

export interface ElementAddress {
  /** Needed only when several blocks hold the same action_id. */
  blockId?: string;
  /** What is chosen or typed, for elements that are not buttons: an option's value, a date, a user id, text. */
  value?: InputValue;
  /** Picks among buttons with the same action_id by their `value`. */
  buttonValue?: string;
  /** Of a view: what a person has put into its inputs meanwhile, which the payload's state carries. */
  values?: SubmitValues;
}

/** What one person in the workspace can do and see. `channel` is a name (`#web-ops`, `web-ops`), an id, or `@Substatus` for the DM with the bot. */
export interface Person {
  readonly user: User;
  /** Types a slash command, e.g. `command('/kb', '401.5', '#web-ops')`. */
  command(command: string, text: string, channel: string): Promise<CommandResult>;
  /**
   * Types a message: `@name`, `#channel`, bare links, `*bold*` and code are turned into what Slack sends for them.
   * Resolves when the message stands in the channel; events are delivered meanwhile.
   */
  post(channel: string, text: string, options?: PostOptions): Promise<Message>;
  edit(message: Message, text: string): Promise<Message>;
  delete(message: Message): Promise<void>;
  /** Uses a button, select or picker of a message. Throws when the message has no such element (any more). */
  click(message: Message, actionId: string, address?: ElementAddress): Promise<InteractionResult>;
  messageShortcut(callbackId: string, message: Message): Promise<InteractionResult>;
  globalShortcut(callbackId: string): Promise<InteractionResult>;
  /** The view on top of this person's modal stack, or null. */
  openView(): View | null;
  /** The published Home view, or null. */
  home(): View | null;
  /** Uses a button or input with `dispatch_action` in a modal or Home view. */
  clickInView(view: View, actionId: string, address?: ElementAddress): Promise<InteractionResult>;
  /** Types into an external select of a view or message and gets the options offered. */
  typeAhead(
    place: View | Message,
    actionId: string,
    text: string,
    address?: Pick<ElementAddress, 'blockId'>,
  ): Promise<Option[]>;
  /** Fills the inputs and submits. Inputs not named keep their initial value. */
  submit(view: View, values?: SubmitValues): Promise<SubmitResult>;
  /** Closes the top view; with `all` the whole stack (the ✕). Sends `view_closed` where `notify_on_close` is set. */
  closeView(view: View, options?: { all?: boolean }): Promise<InteractionResult | null>;
  openHome(tab?: 'home' | 'messages'): Promise<void>;
  react(message: Message, emoji: string): Promise<void>;
}

export interface ReadOptions {
  /** Only this thread: the parent and its replies. */
  threadTs?: string;
  /** Through whose eyes: adds the ephemeral messages of that person. Without it, no ephemeral message is given. */
  as?: string;
}

/** One request, in either direction. */
export interface Exchange {
  /** Counts up in the order in which requests ended. */
  number: number;
  direction: 'to-bot' | 'from-bot';
  /** `slash_commands`, `interactive`, `events_api`; a Web API method; or `response_url`. */
  name: string;
  /** When it began, by the clock of the options. */
  at: number;
  milliseconds: number;
  payload: Json;
  /** Null when none came. */
  response: unknown;
  status: number | null;
  /** Slack's error name, or a DeliveryError; null when all went well. */
  error: string | null;
  retry: { attempt: number; reason: string } | null;
}

export interface RateLimit {
  /** How many calls are refused. Default 1. */
  times?: number;
  /** Seconds in `Retry-After`. Default 1. */
  retryAfter?: number;
}

/** The trouble that is ordered now. */
export interface OrderedTrouble {
  delayMs: number;
  /** Method -> how many calls are still refused with 429. */
  rateLimited: Record<string, number>;
  /** Method -> how its next call fails: Slack's name for an error, or `HTTP` and a status. */
  failing: Record<string, string>;
  /** The next event arrives twice. */
  duplicateNext: boolean;
  /** How many of the next trigger_ids will be too old when they arrive. */
  expiredTriggers: number;
  /** Ids of the channels that the bot was removed from. */
  withoutBot: string[];
}

/** What changed in the workspace, as it stands now. */
export type Change =
  /** New, edited, reacted to or replied to. With `ephemeral_to`, it is for that person only. */
  | { type: 'message'; message: Message }
  | { type: 'message_deleted'; message: Message }
  /** A person's whole modal stack, bottom first. `user` is an id. */
  | { type: 'views'; user: string; views: readonly View[] }
  | { type: 'home'; user: string; view: View | null }
  /** New, or with other members, or archived. */
  | { type: 'channel'; channel: Channel }
  | { type: 'exchange'; exchange: Exchange }
  /** Trouble was ordered or spent; `LocalSlack.trouble` says what is left. */
  | { type: 'trouble' }
  | { type: 'bot'; isOnline: boolean }
  /** Everything is back at the seed. */
  | { type: 'reset' };

/**
 * A status, a refusal, or no answer at all: `request` was lost on its way and nothing was done, `reply` was lost on the way
 * back when it was done. Then the connection is cut, or stays silent.
 */
export type Failure = { status: number } | { error: string } | { lost: 'request' | 'reply'; how: 'cut' | 'silent' };

/** Where on its way a delivery's connection is cut: before it leaves, when it has left, or when its acknowledgement came. */
export type DropPoint = 'unsent' | 'sent' | 'acked';

/** `mute`: pings and goodbyes are answered; `half-open`: nothing is. */
export type Deafness = 'mute' | 'half-open';

/** Switches that make trouble on purpose. `method` is a Web API method or `response_url`. */
export interface TroubleSwitches {
  /** Cuts every Socket Mode connection without a goodbye. */
  dropSockets(): void;
  /** Cuts the connection that carries the next deliveries (default 1), at a point of their way. Socket Mode only. */
  dropNextDeliveries(when: DropPoint, times?: number): void;
  /** The bot's connections stay open, and nothing comes down them any more. The bot that opens another gives them up. */
  deafenSockets(how?: Deafness): void;
  /** The next connections (default 1) get no hello; half-open, the request for one is not even answered. */
  deafenNextSockets(how?: Deafness, times?: number): void;
  /** Asks the bot's connections to go away, as Slack does when it recycles them. */
  disconnect(reason?: 'warning' | 'refresh_requested'): void;
  /** Adds this many milliseconds to the way of each delivery; they count towards the ack time-out. 0 ends it. */
  delayDeliveries(milliseconds: number): void;
  rateLimit(method: string, limit?: RateLimit): void;
  failNext(method: string, failure: Failure, times?: number): void;
  /** The next event arrives twice: same event_id, and over a socket the same envelope_id. */
  duplicateNextEvent(): void;
  /** The acknowledgements of the next deliveries (default 1) are lost: each was handled, and counts as timed out. */
  loseAcks(times?: number): void;
  /** Retries come without saying that they are some; over a socket with the envelope_id of the first. */
  hideRetries(isHidden: boolean): void;
  /** The next so many events arrive together, the last one first. */
  reorderEvents(count: number): void;
  /** Every response_url out there, and the next `times` (default 1) that are handed out, count as too old. */
  expireResponseUrls(times?: number): void;
  /** Every trigger_id out there, and the next `times` (default 1) that are handed out, count as too old. */
  expireTriggers(times?: number): void;
  removeBotFrom(channel: string): void;
  inviteBot(channel: string): void;
  archive(channel: string): void;
}

export interface LocalSlack extends TroubleSwitches {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** For `clientOptions.slackApiUrl`: ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly team: Team;
  readonly botUser: BotUser;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** The newest 10,000 requests, oldest first. */
  readonly log: readonly Exchange[];
  /** Whether deliveries reach a bot: a Socket Mode connection stands, or the url of an HTTP bot is known. */
  readonly botIsOnline: boolean;
  readonly trouble: OrderedTrouble;
  /** Calls the listener at every change, after it happened; returns what ends that. */
  changes(listener: (change: Change) => void): () => void;
  /**
   * Adds a workspace with people and channels of its own. Their ids are those of the same names in the first one: only
   * with the workspace's id is somebody known.
   */
  addWorkspace(team: Team, seed?: Seed): LocalWorkspace;
  /** Points HTTP delivery at the bot and verifies the url with a signed challenge. Throws when the bot fails it. */
  deliverTo(url: string): Promise<void>;
  /** Resolves when a Socket Mode connection stands, or at once for HTTP with a url. Rejects after the time-out (default 5000). */
  waitForBot(timeoutMs?: number): Promise<void>;
  /** A person by name: `ana` (admin), `ben`, `chloe`, and the other app `deploybot`. Throws for anybody else. */
  as(name: string): Person;
  /** A channel by name or id; `@ana` is the DM of ana and the bot. Throws when there is none. */
  channel(nameOrId: string): Channel;
  /** Oldest first. */
  messages(channel: string, options?: ReadOptions): Message[];
  /** The first message, present or future and ephemeral ones included, that fits. Rejects after the time-out (default 5000). */
  waitForMessage(predicate: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** A person's modal stack, bottom first. */
  views(userName: string): View[];
  waitForView(userName: string, predicate?: (view: View) => boolean, timeoutMs?: number): Promise<View>;
  /** The newest token of the app in this workspace that is still taken; null when there is none. */
  readonly installedToken: string | null;
  /** An admin takes the app out of this workspace, or of all of its organisation: its tokens are refused from here on, and it is told. */
  uninstallApp(): void;
  /** An admin takes this workspace out of an installation of the whole organisation, whose token stays. Throws where there is none. */
  withdrawApp(): void;
  /** Resolves when nothing went in either direction for this long (default 50): before asserting that the bot said nothing. */
  quiet(milliseconds?: number): Promise<void>;
  /** Back to the seed: no messages, views, log entries or trouble. Connections stay. */
  reset(): void;
  stop(): Promise<void>;
}

/** Another workspace of the same Slack, which can have the same app. */
export type LocalWorkspace = Pick<
  LocalSlack,
  | ('team' | 'botUser' | 'users' | 'channels' | 'log' | 'as' | 'channel' | 'messages' | 'waitForMessage')
  | ('views' | 'waitForView' | 'quiet' | 'installedToken' | 'uninstallApp' | 'withdrawApp' | 'failNext')
>;
