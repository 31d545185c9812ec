import type { Hello, NumberedExchange, PageChannel, PageEvent } from '../../protocol.js';
import type { Message } from '../../server/types.js';
import { type Conversation, unknownConversation, withMessage, withoutMessage } from './conversation.js';

/** As long as the server's own log is for the inspector to stay quick. */
const keptExchanges = 1_000;

/** Everything that the server told this window. */
export interface Workspace extends Omit<Hello, 'type'> {
  /** Channel id -> its messages outside threads. */
  conversations: Readonly<Record<string, Conversation>>;
  /** `threadKey()` -> the parent and its replies. */
  threads: Readonly<Record<string, Conversation>>;
  /** Oldest first. */
  exchanges: readonly NumberedExchange[];
}

/** Null until the first Hello. */
export type WorkspaceOrNull = Workspace | null;

/** Where a thread stands in `threads`. */
export function threadKey(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

/** The workspace after something happened. Before the first Hello nothing else counts. */
export function afterEvent(workspace: WorkspaceOrNull, event: PageEvent): WorkspaceOrNull {
  if (event.type === 'hello') return fresh(event);
  return workspace === null ? null : { ...workspace, ...changes(workspace, event) };
}

/** A Hello also follows a reset or a lost connection, so that everything is asked for again. */
function fresh({ type: _, ...hello }: Hello): Workspace {
  return { ...hello, conversations: {}, threads: {}, exchanges: [] };
}

function changes(workspace: Workspace, event: Exclude<PageEvent, Hello>): Partial<Workspace> {
  switch (event.type) {
    case 'message':
      return afterMessage(workspace, event.message);
    case 'message_deleted':
      return afterDeletion(workspace, event.channel, event.ts);
    case 'views':
      return { views: event.views };
    case 'home':
      return { home: event.view };
    case 'channel':
      return { channels: withChannel(workspace.channels, event.channel) };
    case 'exchange':
      return { exchanges: [...workspace.exchanges, event.exchange].slice(-keptExchanges) };
    case 'trouble':
      return { trouble: event.trouble };
    case 'scene':
      return { scenes: workspace.scenes.map((scene) => (scene.name === event.scene.name ? event.scene : scene)) };
    case 'bot':
      return { botIsOnline: event.isOnline };
  }
}

function afterMessage({ conversations, threads }: Workspace, message: Message): Partial<Workspace> {
  const { channel, ts, thread_ts: threadTs } = message;
  const isReply = threadTs !== undefined && threadTs !== ts;
  const changed: Partial<Workspace> = {};
  if (!isReply || message.subtype === 'thread_broadcast') {
    const known = conversations[channel] ?? unknownConversation;
    changed.conversations = { ...conversations, [channel]: withMessage(known, message) };
  }
  const key = threadKey(channel, threadTs ?? ts);
  const thread = threads[key];
  if (thread !== undefined) changed.threads = { ...threads, [key]: withMessage(thread, message) };
  return changed;
}

function afterDeletion({ conversations, threads }: Workspace, channel: string, ts: string): Partial<Workspace> {
  const inChannel = Object.entries(threads).filter(([key]) => key.startsWith(`${channel}/`));
  const known = conversations[channel];
  return {
    threads: {
      ...threads,
      ...Object.fromEntries(inChannel.map(([key, thread]) => [key, withoutMessage(thread, ts)])),
    },
    ...(known === undefined ? {} : { conversations: { ...conversations, [channel]: withoutMessage(known, ts) } }),
  };
}

function withChannel(channels: readonly PageChannel[], changed: PageChannel): PageChannel[] {
  const isKnown = channels.some(({ id }) => id === changed.id);
  return isKnown ? channels.map((one) => (one.id === changed.id ? changed : one)) : [...channels, changed];
}
