import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import type { Claim, DeliveryClaims, Work } from '../../store/types.js';
import { patientStore } from '../patient-store.js';

/** Slack repeats an event for up to a day when it is not sure that we have it. */
const remembered = { max: 100_000, ttl: 24 * 60 * 60 * 1000 };
/** Slack waits three seconds for an answer, and the answer takes a moment as well. */
const patienceMs = 1_500;

/** Remembers what has been taken on, so that a repeated delivery is not answered twice. */
export interface Deliveries {
  /**
   * True the first time a key is seen within a day, or within so many milliseconds. Never throws.
   * @param work what is begun with it: then it is true again when the process that took it on ended before it had finished
   */
  takeOn(key: string, milliseconds?: number, work?: Work): Promise<boolean>;
  /** As if this process had never seen the key. */
  forget(key: string): void;
  /** True when every one of the keys is seen for the first time; else none of them counts as seen by this. Never throws. */
  takeOnAll(claims: readonly Claim[]): Promise<boolean>;
}

/**
 * Keeps the keys in memory, and in the store where there is one: then a delivery is taken on by one process, and known
 * after a restart. While the store is away each process answers for itself, because two answers are better than none.
 */
export function createDeliveries(store: DeliveryClaims | null, log: Logger): Deliveries {
  const seen = new LRUCache<string, true>(remembered);
  const wordings = {
    away: 'the store is away: until it is back, deliveries are remembered in memory',
    back: 'the store remembers deliveries again',
  };
  const patient = patientStore(patienceMs, wordings, log);
  const ask = (claim: () => Promise<boolean>) => patient.ask(claim, true);

  return {
    async takeOn(key, milliseconds = remembered.ttl, work) {
      if (seen.has(key)) return false;
      seen.set(key, true, { ttl: milliseconds });
      if (store === null) return true;
      return ask(() => (isSentOnce(key) ? store.claimSoon : store.claim)(key, milliseconds, work));
    },
    forget: (key) => void seen.delete(key),
    async takeOnAll(claims) {
      if (claims.some(({ key }) => seen.has(key))) return false;
      for (const { key, milliseconds } of claims) seen.set(key, true, { ttl: milliseconds });
      const isFirst = store === null || (await ask(() => store.claimAll(claims)));
      if (!isFirst) for (const { key } of claims) seen.delete(key); // which of them is taken, the store knows
      return isFirst;
    },
  };
}

/** Kinds of conversation, as events of messages name them. */
const inChannels: readonly unknown[] = ['channel', 'group', 'mpim'];

/** The parts of a request's body that tell one delivery from another. */
interface DeliveryBody {
  type?: string;
  trigger_id?: string;
  event?: { channel?: unknown; ts?: unknown; type?: unknown; channel_type?: unknown };
}

/**
 * What makes a delivery the same as another. A message is known by team, channel and time stamp, because one
 * message reaches us as several events with ids of their own; a command or a click by its trigger.
 * @param team the workspace that the request belongs to
 * @returns null for requests that may be repeated freely (type-ahead, closing a window), and for messages in channels: of those
 * hardly one is answered, and a mention among them comes as another event
 */
export function deliveryKey(body: DeliveryBody, team = ''): string | null {
  const event = body.event;
  if (event !== undefined) {
    if (event.type === 'message' && inChannels.includes(event.channel_type)) return null;
    return typeof event.ts === 'string' ? `message ${team} ${String(event.channel)} ${event.ts}` : null;
  }
  if (body.type === 'block_suggestion' || body.type === 'view_closed') return null;
  return body.trigger_id === undefined ? null : `trigger ${team} ${body.trigger_id}`;
}

/** Slack sends a message again for a day when nobody has acknowledged it, a command or a press never. */
function isSentOnce(key: string): boolean {
  return key.startsWith('trigger ');
}
