import type { History } from '../../protocol.js';
import type { Message } from '../../server/types.js';

/** The part of a channel or thread that this window has: without gaps from `messages[0]` to the newest. */
export interface Conversation {
  /** Oldest first. */
  messages: readonly Message[];
  /** Whether older ones are left on the server. */
  hasMore: boolean;
  /** False while only live messages came and the history was not asked for yet. */
  isLoaded: boolean;
}

export const unknownConversation: Conversation = { messages: [], hasMore: true, isLoaded: false };

/** With the message in its place: new, or instead of the version that was there. */
export function withMessage(conversation: Conversation, message: Message): Conversation {
  const { messages, hasMore } = conversation;
  const oldest = messages[0];
  // An old message that changed, but is not on this side of the history: showing it would leave a gap behind it.
  if (hasMore && oldest !== undefined && message.ts < oldest.ts) return conversation;
  return { ...conversation, messages: merged(messages, [message]) };
}

export function withoutMessage(conversation: Conversation, ts: string): Conversation {
  const messages = conversation.messages.filter((message) => message.ts !== ts);
  return messages.length === conversation.messages.length ? conversation : { ...conversation, messages };
}

/** With a page of history: of two versions of a message the page's is the newer one. */
export function withHistory(conversation: Conversation, { messages, hasMore }: History): Conversation {
  return { messages: merged(conversation.messages, messages), hasMore, isLoaded: true };
}

/** Both lists as one, oldest first; of two with the same ts the second list's counts. */
function merged(known: readonly Message[], added: readonly Message[]): readonly Message[] {
  const last = known.at(-1);
  const first = added[0];
  if (last === undefined) return added;
  if (first === undefined) return known;
  if (last.ts < first.ts) return [...known, ...added];
  const byTs = new Map([...known, ...added].map((message) => [message.ts, message]));
  return [...byTs.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1));
}
