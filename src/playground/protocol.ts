/**
 * What the page and the local Slack say to each other, as JSON over one WebSocket a window (`/page?as=ana`).
 * The page sends `Request`s and gets one `Reply` to each; in between, the server tells it what changed (`PageEvent`).
 * Types only: the page is built for a browser, and nothing here runs.
 */
import type {
  BotUser,
  DeliveryError,
  Exchange,
  InputValue,
  Message,
  Option,
  OrderedTrouble,
  Team,
  User,
  View,
} from './server/types.js';

/** A channel or DM that this window's person can see. */
export interface PageChannel {
  id: string;
  /** Without `#`; of a DM, the name of the other one. */
  name: string;
  kind: 'public' | 'private' | 'im';
  topic: string;
  members: string[];
  isArchived: boolean;
  /** The ts of the newest message that this person has seen, `0` before the first. What was there from the start counts as seen. */
  lastRead: string;
  /** The ts of the newest message that this person can see outside threads, null when there is none. */
  latest: string | null;
  /** How many unread messages mention this person; in a DM, how many are unread. */
  mentions: number;
}

/** A slash command of the app, from its manifest. */
export interface SlashCommand {
  command: string;
  description: string;
  usageHint: string;
}

/** A shortcut of the app, from its manifest. */
export interface Shortcut {
  type: 'message' | 'global';
  name: string;
  callbackId: string;
  description: string;
}

/** A scripted incident that the page can play. */
export interface SceneInfo {
  name: string;
  title: string;
  /** What one sees in it, in one sentence. */
  summary: string;
  /** Id of the channel that it happens in. */
  channel: string;
  state: 'ready' | 'playing' | 'played';
}

/** A question to try with one click: what goes into the composer. */
export interface Suggestion {
  label: string;
  text: string;
}

/** One request between Slack and the bot, numbered in the order in which they ended. */
export type NumberedExchange = Exchange & { number: number };

/** The first thing a window hears, and again after a reset. */
export interface Hello {
  type: 'hello';
  team: Team;
  me: User;
  users: User[];
  bot: BotUser;
  /** Whether a bot is connected now. */
  botIsOnline: boolean;
  channels: PageChannel[];
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  /** This person's modal stack, bottom first. */
  views: View[];
  home: View | null;
  scenes: SceneInfo[];
  suggestions: Suggestion[];
  trouble: OrderedTrouble;
}

export type PageEvent =
  | Hello
  /** A new message, or one that changed (edited, reacted to, replied to): same channel and ts. Ephemeral ones go to their reader only. */
  | { type: 'message'; message: Message }
  | { type: 'message_deleted'; channel: string; ts: string }
  /** The whole modal stack, bottom first, whenever it changes. */
  | { type: 'views'; views: View[] }
  | { type: 'home'; view: View | null }
  /** A channel that is new or changed: members, archived, read or unread. */
  | { type: 'channel'; channel: PageChannel }
  | { type: 'exchange'; exchange: NumberedExchange }
  | { type: 'trouble'; trouble: OrderedTrouble }
  | { type: 'scene'; scene: SceneInfo }
  | { type: 'bot'; isOnline: boolean };

/** A page of messages, oldest first. */
export interface History {
  messages: Message[];
  /** Whether older ones are left. */
  hasMore: boolean;
}

/** How a delivery to the bot ended; `error` is what the person reads in a toast, in Slack's name for it. */
export interface Delivered {
  error: DeliveryError | null;
  /** Why Slack refused what the bot answered (JSON pointers), else empty. */
  problems?: readonly string[];
}

/** Where an interactive element is. */
export type Place = { channel: string; ts: string } | { viewId: string };

/** What stands in the inputs of a window: block_id -> action_id -> value. */
export type ViewInputs = Record<string, Record<string, InputValue>>;

/** What the page asks for: name -> what goes in, what comes out. */
export interface PageRequests {
  /** Outside threads, the newest before `before`, this person's ephemeral ones included. `limit` is at most 200. */
  history: { in: { channel: string; before?: string; limit?: number }; out: History };
  /** The parent and its replies. */
  thread: { in: { channel: string; ts: string }; out: History };
  markRead: { in: { channel: string; ts: string }; out: null };
  /** Markup as a person types it: `@name`, `#channel`, `*bold*`, code. */
  post: { in: { channel: string; text: string; threadTs?: string }; out: Message };
  edit: { in: { channel: string; ts: string; text: string }; out: null };
  delete: { in: { channel: string; ts: string }; out: null };
  react: { in: { channel: string; ts: string; emoji: string }; out: null };
  /** Slack refuses slash commands in threads, and so does this. */
  command: { in: { channel: string; command: string; text: string }; out: Delivered };
  /**
   * A button, select, picker or input with `dispatch_action`; `value` is what was chosen or typed. `values` is what stands
   * in the other inputs of a window, which Slack sends along.
   */
  act: {
    in: {
      place: Place;
      actionId: string;
      blockId: string;
      value?: InputValue;
      buttonValue?: string;
      values?: ViewInputs;
    };
    out: Delivered;
  };
  messageShortcut: { in: { callbackId: string; channel: string; ts: string }; out: Delivered };
  globalShortcut: { in: { callbackId: string }; out: Delivered };
  /** The options of an external select for what was typed so far. */
  options: { in: { place: Place; actionId: string; blockId: string; text: string }; out: Option[] };
  /** Values by block_id and action_id. `errors` is block_id -> what to read under the input. */
  submit: {
    in: { viewId: string; values: ViewInputs };
    out: Delivered & { errors: Record<string, string> };
  };
  closeView: { in: { viewId: string; all: boolean }; out: null };
  openHome: { in: { tab: 'home' | 'messages' }; out: null };
  /** The newest before `before` (a number), oldest first. */
  exchanges: { in: { before?: number; limit?: number }; out: { exchanges: NumberedExchange[]; hasMore: boolean } };
  trouble: { in: TroubleRequest; out: null };
  /** Answered when the scene is over, or cannot go on; `scene` events tell of it meanwhile. One plays at a time. */
  playScene: { in: { name: string }; out: null };
  /** Everything back to the seed, for every window. */
  reset: { in: Record<string, never>; out: null };
}

/** What the inspector's switches do; each is one of the local Slack's `TroubleSwitches`. */
export type TroubleRequest =
  | { kind: 'dropSockets' }
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'rateLimit'; method: string; times: number; retryAfter: number }
  | { kind: 'failNext'; method: string; error: string; times: number }
  | { kind: 'duplicateNext' }
  | { kind: 'expireTriggers' }
  | { kind: 'removeBot'; channel: string }
  | { kind: 'inviteBot'; channel: string };

export type RequestName = keyof PageRequests;

export type Request = {
  [Name in RequestName]: { id: number; name: Name; params: PageRequests[Name]['in'] };
}[RequestName];

/**
 * `error.code` is Slack's name where Slack has one (`message_not_found`), else `invalid_request`; `message` is for a
 * person. `id` is 0 for what had none.
 */
export type Reply =
  | { type: 'reply'; id: number; result: unknown }
  | { type: 'reply'; id: number; error: { code: string; message: string } };

export type FromServer = PageEvent | Reply;
