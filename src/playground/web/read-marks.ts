import { Listeners } from '../server/state/listeners.js';
import type { Channel, LocalSlack, Message, User } from '../server/types.js';
import { people } from './people.js';
import { isFor, isOutsideThreads, messagesFor } from './sight.js';

export interface ReadMark {
  user: string;
  channel: string;
}

/** What one person has before them in one channel. */
export interface Reading {
  /** The ts of the newest message that was seen; `0` before the first. */
  lastRead: string;
  /** The ts of the newest message outside threads; null when there is none. */
  latest: string | null;
  /** How many unread messages mention the person; in a DM, how many are unread. */
  mentions: number;
}

/** How far each person has read in each channel, and what is new there. */
export class ReadMarks {
  readonly #slack: LocalSlack;
  readonly #marks = new Map<string, string>();
  /** Kept up to date with every new message, because counting anew takes as long as the channel is. */
  readonly #counts = new Map<string, Omit<Reading, 'lastRead'>>();
  readonly #listeners = new Listeners<ReadMark>();

  /** What is there already counts as read. */
  constructor(slack: LocalSlack) {
    this.#slack = slack;
    this.restart();
  }

  of(user: User, channel: Channel): Reading {
    const key = keyOf(user.id, channel.id);
    const lastRead = this.#marks.get(key) ?? '0';
    const counts = this.#counts.get(key) ?? this.#count(user, channel, lastRead);
    this.#counts.set(key, counts);
    return { lastRead, ...counts };
  }

  /** A mark only goes forward. */
  set(user: string, channel: string, ts: string): void {
    const key = keyOf(user, channel);
    if (ts <= (this.#marks.get(key) ?? '0')) return;
    this.#marks.set(key, ts);
    const counts = this.#counts.get(key);
    if (counts !== undefined && ts >= (counts.latest ?? '0')) counts.mentions = 0;
    else this.#counts.delete(key);
    this.#listeners.tell({ user, channel });
  }

  /** Takes note of a message that is new, changed or gone. */
  note(message: Message, isGone: boolean): void {
    const channel = this.#slack.channels.find(({ id }) => id === message.channel);
    if (channel === undefined || !isOutsideThreads(message)) return;
    for (const user of people(this.#slack)) {
      const key = keyOf(user.id, channel.id);
      const counts = this.#counts.get(key);
      if (counts === undefined || !isFor(user, message)) continue;
      if (isGone || message.ts <= (counts.latest ?? '0')) {
        this.#counts.delete(key);
      } else {
        counts.latest = message.ts;
        if (concerns(message, user, channel)) counts.mentions += 1;
      }
    }
  }

  /** Calls the listener whenever somebody read on. */
  subscribe(listener: (mark: ReadMark) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Everybody has read what is there now, and no further; nobody is told. */
  restart(): void {
    this.#marks.clear();
    this.#counts.clear();
    for (const user of people(this.#slack)) {
      for (const channel of this.#slack.channels) {
        const latest = messagesFor(this.#slack, user, channel).at(-1);
        if (latest !== undefined) this.#marks.set(keyOf(user.id, channel.id), latest.ts);
      }
    }
  }

  #count(user: User, channel: Channel, lastRead: string): Omit<Reading, 'lastRead'> {
    const messages = messagesFor(this.#slack, user, channel);
    const unread = messages.filter(({ ts }) => ts > lastRead);
    return {
      latest: messages.at(-1)?.ts ?? null,
      mentions: unread.filter((message) => concerns(message, user, channel)).length,
    };
  }
}

function keyOf(user: string, channel: string): string {
  return `${user}/${channel}`;
}

/** Slack counts no ephemeral message as a mention. */
function concerns({ user: author, text, ephemeral_to: reader }: Message, { id }: User, { kind }: Channel): boolean {
  if (author === id) return false;
  if (kind === 'im') return true;
  if (reader !== undefined) return false;
  return [`<@${id}>`, `<@${id}|`, '<!here', '<!channel', '<!everyone'].some((mark) => text.includes(mark));
}
