import { Listeners } from '../server/state/listeners.js';
import type { LocalSlack } from '../server/types.js';
import { people } from './people.js';
import { messagesFor } from './sight.js';

export interface ReadMark {
  user: string;
  channel: string;
}

/** How far each person has read in each channel, by ids. A mark only goes forward. */
export class ReadMarks {
  readonly #marks = new Map<string, string>();
  readonly #listeners = new Listeners<ReadMark>();

  /** The ts of the newest message that was seen; `0` before the first. */
  get(user: string, channel: string): string {
    return this.#marks.get(`${user}/${channel}`) ?? '0';
  }

  set(user: string, channel: string, ts: string): void {
    if (ts <= this.get(user, channel)) return;
    this.#marks.set(`${user}/${channel}`, ts);
    this.#listeners.tell({ user, channel });
  }

  /** Calls the listener whenever somebody read on. */
  subscribe(listener: (mark: ReadMark) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Everybody has read what is there now, and no further; nobody is told. */
  restart(slack: LocalSlack): void {
    this.#marks.clear();
    for (const user of people(slack)) {
      for (const channel of slack.channels) {
        const latest = messagesFor(slack, user, channel).at(-1);
        if (latest !== undefined) this.#marks.set(`${user.id}/${channel.id}`, latest.ts);
      }
    }
  }
}
