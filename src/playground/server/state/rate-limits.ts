import type { RateLimits } from '../types.js';

/**
 * What Slack documents: a message a second and channel with short bursts, and the tiers of the methods. How long a
 * burst may be is not documented, and Slack lets the tiers be passed a little; this keeps to the number.
 */
export const slackRateLimits: RateLimits = {
  messages: { perSecond: 1, burst: 4 },
  perMinute: {
    ...tier(100, ['chat.postEphemeral', 'conversations.members', 'users.info']),
    ...tier(100, ['views.open', 'views.push', 'views.update', 'views.publish']),
    ...tier(50, ['chat.update', 'chat.delete', 'reactions.add']),
    ...tier(50, ['conversations.history', 'conversations.replies', 'conversations.info', 'conversations.open']),
    ...tier(20, ['reactions.remove']),
  },
};

function tier(perMinute: number, methods: readonly string[]): Record<string, number> {
  return Object.fromEntries(methods.map((method) => [method, perMinute]));
}

/** Counts calls against the limits of the options; without limits everything passes. */
export class RateLimiter {
  readonly #limits: RateLimits | null;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(limits: RateLimits | null, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts a message to a channel; the seconds to wait when there were too many, else null. */
  takeMessage(way: 'chat.postMessage' | 'response_url', channel: string): number | null {
    if (this.#limits === null) return null;
    const { perSecond, burst } = this.#limits.messages;
    return this.#take(`${way} ${channel}`, burst, perSecond);
  }

  /** Counts a call of a method, in the same way. */
  takeCall(method: string): number | null {
    const perMinute = this.#limits?.perMinute[method];
    return perMinute === undefined ? null : this.#take(method, perMinute, perMinute / 60);
  }

  clear(): void {
    this.#buckets.clear();
  }

  /** A bucket of `size` calls that fills up again at `perSecond`. */
  #take(name: string, size: number, perSecond: number): number | null {
    const now = this.#now();
    const { tokens, at } = this.#buckets.get(name) ?? { tokens: size, at: now };
    const left = Math.min(size, tokens + ((now - at) / 1000) * perSecond);
    const isRefused = left < 1;
    this.#buckets.set(name, { tokens: isRefused ? left : left - 1, at: now });
    return isRefused ? Math.ceil((1 - left) / perSecond) : null;
  }
}
