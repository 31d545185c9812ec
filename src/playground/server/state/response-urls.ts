import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.js';
import type { Message, Team, User } from '../types.js';
import type { Clock } from './clock.js';

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
  readonly #team: Team;
  /** How many of those that are still to come will be too old. */
  #bornExpired = 0;
  readonly #known = new Map<string, { target: ResponseTarget; expires: number; usesLeft: number }>();

  constructor(clock: Clock, team: Team) {
    this.#clock = clock;
    this.#team = team;
  }

  /** Returns the path below the server's url. */
  create(kind: 'commands' | 'actions', target: ResponseTarget): string {
    this.#forgetOld();
    const path = `/${kind}/${this.#team.id}/${randomBytes(16).toString('hex')}`;
    const expires = this.#bornExpired > 0 ? Number.NEGATIVE_INFINITY : this.#clock.now() + lifeMs;
    this.#bornExpired = Math.max(0, this.#bornExpired - 1);
    this.#known.set(path, { target, expires, usesLeft: usesEach });
    return path;
  }

  /** Throws used_url or expired_url; one that was never handed out counts as too old. */
  find(path: string): ResponseTarget {
    const entry = this.#known.get(path);
    if (entry === undefined || this.#clock.now() > entry.expires) throw new SlackError('expired_url');
    if (entry.usesLeft === 0) throw new SlackError('used_url');
    return entry.target;
  }

  /** Counts one use. */
  use(path: string): void {
    const entry = this.#known.get(path);
    if (entry !== undefined) entry.usesLeft -= 1;
  }

  /** Makes every one too old, and the next `times` as well. */
  expireAll(times: number): void {
    for (const entry of this.#known.values()) entry.expires = Number.NEGATIVE_INFINITY;
    this.#bornExpired = times;
  }

  clear(): void {
    this.#known.clear();
    this.#bornExpired = 0;
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
