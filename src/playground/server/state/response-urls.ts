import { randomBytes } from 'node:crypto';
import type { Message, User } from '../types.js';
import type { Clock } from './clock.js';
import { team } from './seed.js';

/** A response_url works 5 times within 30 minutes. */
const usesEach = 5;
const lifeMs = 30 * 60_000;

export interface ResponseTarget {
  channel: string;
  user: User;
  /** The message that was clicked; null for commands, whose answers cannot replace anything. */
  source: Message | null;
}

/** The response_urls that were handed out, by their path. */
export class ResponseUrls {
  readonly #clock: Clock;
  readonly #known = new Map<string, { target: ResponseTarget; expires: number; usesLeft: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns the path below the server's url. */
  create(kind: 'commands' | 'actions', target: ResponseTarget): string {
    this.#forgetOld();
    const path = `/${kind}/${team.id}/${randomBytes(16).toString('hex')}`;
    this.#known.set(path, { target, expires: this.#clock.now() + lifeMs, usesLeft: usesEach });
    return path;
  }

  /** Counts one use; null when the url is unknown, used up or too old. */
  use(path: string): ResponseTarget | null {
    const entry = this.#known.get(path);
    if (entry === undefined || entry.usesLeft === 0 || this.#clock.now() > entry.expires) return null;
    entry.usesLeft -= 1;
    return entry.target;
  }

  clear(): void {
    this.#known.clear();
  }

  /** They stand in order of age, so the look ends at the first that still lives. */
  #forgetOld(): void {
    const now = this.#clock.now();
    for (const [path, { expires }] of this.#known) {
      if (now <= expires) return;
      this.#known.delete(path);
    }
  }
}
