import { LRUCache } from 'lru-cache';

/** Slack repeats an event for up to a day when it is not sure that we have it. */
const remembered = { max: 100_000, ttl: 24 * 60 * 60 * 1000 };

/** Remembers what has been taken on, so that a repeated delivery is not answered twice. */
export interface Deliveries {
  /** True the first time a key is seen within a day, or within so many milliseconds. */
  takeOn(key: string, milliseconds?: number): boolean;
}

/** Keeps the keys in memory: right for one process; what was seen before a restart is forgotten. */
export function createDeliveries(): Deliveries {
  const seen = new LRUCache<string, true>(remembered);
  return {
    takeOn(key, milliseconds = remembered.ttl) {
      if (seen.has(key)) return false;
      seen.set(key, true, { ttl: milliseconds });
      return true;
    },
  };
}

/** The parts of a request's body that tell one delivery from another. */
interface DeliveryBody {
  type?: string;
  team_id?: string;
  team?: { id: string } | null;
  trigger_id?: string;
  event?: { channel?: unknown; ts?: unknown; type?: unknown };
}

/**
 * What makes a delivery the same as another. A message is known by team, channel and time stamp, because one
 * message reaches us as several events with ids of their own; a command or a click by its trigger.
 * @returns null for requests that may be repeated freely (type-ahead, closing a window)
 */
export function deliveryKey(body: DeliveryBody): string | null {
  const team = body.team_id ?? body.team?.id ?? '';
  const event = body.event;
  if (event !== undefined) {
    return typeof event.ts === 'string' ? `message ${team} ${String(event.channel)} ${event.ts}` : null;
  }
  if (body.type === 'block_suggestion' || body.type === 'view_closed') return null;
  return body.trigger_id === undefined ? null : `trigger ${team} ${body.trigger_id}`;
}
