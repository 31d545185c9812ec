import { Listeners } from '../server/state/listeners.js';

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

  /** Back to nothing read; nobody is told. */
  clear(): void {
    this.#marks.clear();
  }
}
