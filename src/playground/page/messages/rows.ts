import type { Message } from '../../server/types.js';
import { dayOf } from './times.js';

/** What one line of the message list shows. */
export interface Row {
  message: Message;
  /** The first of its day: a divider stands above. */
  startsDay: boolean;
  /** The first that is new to this person: a red line stands above. */
  isFirstNew: boolean;
  /** Of the first reply in a thread: how many there are, said above it. Else null. */
  replies: number | null;
  /** Follows a message of the same person closely: without avatar and name. */
  isCompact: boolean;
}

const compactWithinSeconds = 5 * 60;

/** The rows of a channel. `newSince` is the ts after which messages of others are new, null when none is. */
export function rowsOf(messages: readonly Message[], newSince: string | null, me: string): Row[] {
  const firstNew = newSince === null ? undefined : messages.find((message) => isNew(message, newSince, me));
  return messages.map((message, index) => {
    const previous = messages[index - 1];
    const startsDay = previous === undefined || dayOf(previous.ts) !== dayOf(message.ts);
    const isFirstNew = message === firstNew;
    const isCompact = !startsDay && !isFirstNew && follows(message, previous);
    return { message, startsDay, isFirstNew, isCompact, replies: null };
  });
}

/** The rows of a thread: no dividers, and the parent stands alone. */
export function threadRowsOf(messages: readonly Message[], parentTs: string): Row[] {
  return messages.map((message, index) => {
    const previous = messages[index - 1];
    const isCompact = previous !== undefined && previous.ts !== parentTs && follows(message, previous);
    const replies = previous?.ts === parentTs ? messages.length - index : null;
    return { message, startsDay: false, isFirstNew: false, isCompact, replies };
  });
}

function isNew(message: Message, since: string, me: string): boolean {
  return message.ts > since && message.user !== me && message.ephemeral_to === undefined;
}

function follows(message: Message, previous: Message): boolean {
  const isSameAuthor = message.user === previous.user && message.bot_id === previous.bot_id;
  const isSameKind = message.ephemeral_to === previous.ephemeral_to && message.subtype === previous.subtype;
  return isSameAuthor && isSameKind && Number(message.ts) - Number(previous.ts) < compactWithinSeconds;
}
