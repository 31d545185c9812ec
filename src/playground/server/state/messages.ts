import type { Message } from '../types.js';
import { Listeners } from './listeners.js';

export type MessageChange =
  | { type: 'posted'; message: Message }
  | { type: 'changed'; message: Message; previous: Message }
  /** Reactions or the count of replies: not an edit, so apps are not told of a change. */
  | { type: 'touched'; message: Message }
  | { type: 'deleted'; message: Message };

/** Every message by channel and timestamp. A stored message is never altered: a change puts a new object in its place. */
export class MessageStore {
  readonly #channels = new Map<string, Map<string, Message>>();
  readonly #listeners = new Listeners<MessageChange>();

  /** Adds a message; a reply for all is counted at its parent. */
  post(message: Message): Message {
    this.#in(message.channel).set(message.ts, message);
    this.#listeners.tell({ type: 'posted', message });
    if (message.ephemeral_to === undefined) this.#recountThread(message);
    return message;
  }

  /** Adds messages that were there before, oldest first: nobody is told. */
  load(messages: readonly Message[]): void {
    for (const message of messages) this.#in(message.channel).set(message.ts, message);
    for (const { channel, thread_ts } of messages) {
      const parent = thread_ts === undefined ? null : this.getPublic(channel, thread_ts);
      if (parent !== null) this.#in(channel).set(parent.ts, this.#counted(parent));
    }
  }

  replace(message: Message): Message {
    const previous = this.get(message.channel, message.ts);
    if (previous === null) throw new Error(`no message ${message.ts} in ${message.channel} to replace`);
    this.#in(message.channel).set(message.ts, message);
    this.#listeners.tell({ type: 'changed', message, previous });
    return message;
  }

  setReactions(message: Message, reactions: NonNullable<Message['reactions']>): void {
    this.#touch({ ...message, reactions });
  }

  /** Takes a message away. One with replies leaves a tombstone, which goes with the last of them. */
  remove(message: Message): void {
    if (message.reply_count !== undefined) {
      this.replace(tombstone(message));
      return;
    }
    this.#in(message.channel).delete(message.ts);
    this.#listeners.tell({ type: 'deleted', message });
    this.#recountThread(message);
  }

  get(channel: string, ts: string): Message | null {
    return this.#in(channel).get(ts) ?? null;
  }

  /** The message if everybody in the channel sees it; ephemeral ones cannot be addressed by the Web API. */
  getPublic(channel: string, ts: string): Message | null {
    const message = this.get(channel, ts);
    return message?.ephemeral_to === undefined ? message : null;
  }

  /** Oldest first, ephemeral ones included. */
  list(channel: string): Message[] {
    return [...this.#in(channel).values()];
  }

  all(): Message[] {
    return [...this.#channels.keys()].flatMap((channel) => this.list(channel));
  }

  /** The parent and its replies, oldest first. */
  thread(channel: string, threadTs: string): Message[] {
    return this.list(channel).filter(({ ts, thread_ts }) => ts === threadTs || thread_ts === threadTs);
  }

  /** Calls the listener at every change; returns what ends that. */
  subscribe(listener: (change: MessageChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  clear(): void {
    this.#channels.clear();
  }

  #in(channel: string): Map<string, Message> {
    const known = this.#channels.get(channel);
    if (known !== undefined) return known;
    const messages = new Map<string, Message>();
    this.#channels.set(channel, messages);
    return messages;
  }

  #recountThread({ channel, ts, thread_ts }: Message): void {
    if (thread_ts === undefined || thread_ts === ts) return;
    const parent = this.getPublic(channel, thread_ts);
    if (parent === null) return;
    const counted = this.#counted(parent);
    if (counted.subtype === 'tombstone' && counted.reply_count === undefined) this.remove(counted);
    else this.#touch(counted);
  }

  /** The message with the count of its replies. */
  #counted(message: Message): Message {
    const { reply_count, reply_users, latest_reply, thread_ts, ...bare } = message;
    const replies = this.thread(message.channel, message.ts).filter(
      (reply) => reply.ts !== message.ts && reply.ephemeral_to === undefined,
    );
    const last = replies.at(-1);
    if (last === undefined) return bare;
    return {
      ...bare,
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users: [...new Set(replies.map(({ user }) => user))],
      latest_reply: last.ts,
    };
  }

  #touch(message: Message): void {
    this.#in(message.channel).set(message.ts, message);
    this.#listeners.tell({ type: 'touched', message });
  }
}

/** What stays of a deleted message that has replies. */
function tombstone({ type, channel, ts, team, ...message }: Message): Message {
  const { thread_ts = ts, reply_count = 0, reply_users = [], latest_reply = ts } = message;
  return {
    ...{ type, channel, ts, team, thread_ts, reply_count, reply_users, latest_reply },
    ...{ subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', hidden: true },
  };
}
