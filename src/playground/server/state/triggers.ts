import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.js';
import type { User } from '../types.js';
import type { Clock } from './clock.js';
import { Listeners } from './listeners.js';

/** How long a trigger_id opens a view (PLATFORM: 3 seconds, once). */
const triggerLifeMs = 3000;

export interface Trigger {
  user: User;
  /** The view that the person was in, or null when it came from a message, a command or a shortcut. */
  viewId: string | null;
}

/** The trigger_ids that were handed out. */
export class Triggers {
  readonly #clock: Clock;
  readonly #known = new Map<string, Trigger & { expires: number; used: boolean }>();
  readonly #listeners = new Listeners<void>();
  #bornExpired = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(user: User, viewId: string | null = null): string {
    this.#forgetOld();
    const now = this.#clock.now();
    const id = `${Math.floor(now)}.${this.#known.size}.${randomBytes(16).toString('hex')}`;
    const expires = this.#bornExpired > 0 ? now - 1 : now + triggerLifeMs;
    this.#setBornExpired(Math.max(0, this.#bornExpired - 1));
    this.#known.set(id, { user, viewId, expires, used: false });
    return id;
  }

  /** Uses the trigger up. Throws invalid_trigger_id, expired_trigger_id or exchanged_trigger_id. */
  exchange(id: string): Trigger {
    const trigger = this.#known.get(id);
    if (trigger === undefined) throw new SlackError('invalid_trigger_id');
    if (trigger.used) throw new SlackError('exchanged_trigger_id');
    if (this.#clock.now() > trigger.expires) throw new SlackError('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }

  /** Makes every trigger too old, and the next `times` as well. */
  expireAll(times: number): void {
    for (const trigger of this.#known.values()) trigger.expires = Number.NEGATIVE_INFINITY;
    this.#setBornExpired(times);
  }

  /** How many triggers that are still to come will be too old. */
  get bornExpired(): number {
    return this.#bornExpired;
  }

  /** Calls the listener whenever `bornExpired` changes; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  clear(): void {
    this.#known.clear();
    this.#setBornExpired(0);
  }

  #setBornExpired(count: number): void {
    const changed = count !== this.#bornExpired;
    this.#bornExpired = count;
    if (changed) this.#listeners.tell();
  }

  /** Old triggers are kept for a while, so that a late call hears "expired" and not "invalid". */
  #forgetOld(): void {
    if (this.#known.size < 10_000) return;
    for (const id of [...this.#known.keys()].slice(0, 5_000)) this.#known.delete(id);
  }
}
