import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';
import type { Pace, PostSlots } from '../../store/types.js';
import { patientStore } from '../patient-store.js';
import { TooBusy } from './too-busy.js';

/** Slack takes about a message a second and channel, and short bursts. */
export const slackPace: Pace = { everyMs: 1_000, burst: 3 };
/** Whoever stands behind so many is told at once: stopping waits 25 seconds for those who stand before. */
const mostInChannel = 20;
/** Each is a card in memory. */
const mostInAll = 1_000;
/** A post waits for its slot of the store so long. */
const patienceMs = 1_000;
/** Each process holds one slot of a channel at a time, so a longer wait is not meant. */
const longestWaitMs = 30_000;
/** Channels whose pace is remembered: one that was quiet for some seconds starts anew anyway. */
const mostPaced = 10_000;

/** A conversation of a workspace. */
export interface PostPlace {
  team: string | undefined;
  channel: string;
}

/** Messages on their way to Slack: each channel has a queue and a pace of its own, so that none waits for another. */
export interface Posts {
  /** Sends a message for all when its turn and its time have come. @throws TooBusy, and what sending throws */
  publicly<T>(place: PostPlace, send: () => Promise<T>): Promise<T>;
  /** Sends one for a single person when its turn has come: Slack counts these by workspace. @throws as above */
  privately<T>(place: PostPlace, send: () => Promise<T>): Promise<T>;
  /** How many wait behind one that is being posted: over all channels, and where most do. */
  waiting(): { all: number; longest: number };
}

interface Queue {
  /** The last message that is on its way. */
  last: Promise<unknown>;
  /** How many are not posted yet, the one that is being posted among them. */
  length: number;
}

/**
 * @param slots the pace that the replicas share; null for one process. While the store is away each keeps the pace by itself
 * @param pace the one that Slack documents, unless a test has no time for it
 */
export function createPosts(
  slots: PostSlots | null,
  { observer, log }: { observer: Pick<Observer, 'busy'>; log: Logger },
  pace: Pace = slackPace,
): Posts {
  const queues = new Map<string, Queue>();
  const ownPace = paceOf(pace);
  let all = 0;
  const wordings = {
    away: 'the store is away: until it is back, each process posts at its own pace',
    back: 'replicas post at a common pace again',
  };
  const patient = patientStore(patienceMs, wordings, log);

  async function inTurn<T>(name: string, send: () => Promise<T>): Promise<T> {
    const queue = queues.get(name) ?? { last: Promise.resolve(), length: 0 };
    if (queue.length > mostInChannel || all >= mostInAll) {
      observer.busy('channel');
      throw new TooBusy('channel', Math.ceil((queue.length * pace.everyMs) / 1_000));
    }
    queues.set(name, queue);
    queue.length += 1;
    all += 1;
    const turn = queue.last.then(send, send);
    queue.last = turn;
    try {
      return await turn;
    } finally {
      all -= 1;
      queue.length -= 1;
      if (queue.length === 0) queues.delete(name);
    }
  }

  /** Milliseconds until the replicas' common slot; null while the store has none to give. */
  async function sharedSlot({ team = '', channel }: PostPlace): Promise<number | null> {
    if (slots === null) return null;
    const milliseconds = await patient.ask<number | null>(() => slots.take(team, channel, pace), null);
    return milliseconds === null || milliseconds > longestWaitMs ? null : milliseconds;
  }

  return {
    publicly: (place, send) =>
      inTurn(nameOf(place), async () => {
        const own = ownPace(nameOf(place));
        const milliseconds = (await sharedSlot(place)) ?? own;
        if (milliseconds > 0) await wait(milliseconds);
        return send();
      }),
    privately: (place, send) => inTurn(`${nameOf(place)} private`, send),
    waiting() {
      const waiting = [...queues.values()].map(({ length }) => length - 1);
      return { all: waiting.reduce((sum, length) => sum + length, 0), longest: Math.max(0, ...waiting) };
    },
  };
}

function nameOf({ team, channel }: PostPlace): string {
  return `${team} ${channel}`;
}

/** Gives each message of a channel its time. @returns what gives the milliseconds to wait for the next one */
function paceOf({ everyMs, burst }: Pace): (name: string) => number {
  const freeAt = new LRUCache<string, number>({ max: mostPaced });
  return (name) => {
    const now = performance.now();
    const free = Math.max(freeAt.get(name) ?? 0, now) + everyMs;
    freeAt.set(name, free);
    return Math.max(0, free - now - everyMs * burst);
  };
}
