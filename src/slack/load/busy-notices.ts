import { LRUCache } from 'lru-cache';
import type { Card } from '../../cards/types.js';
import { type IncomingMessage, isFromPerson } from '../events/from-person.js';
import type { Poster } from '../reply.js';

/** A notice speaks of the next seconds too, so nobody is told more often. */
const toldForMs = 10_000;
const mostTold = 10_000;
/** Slack takes about a hundred private messages a minute and workspace, and each that waits is in memory. */
const mostUnderWay = 200;

/** Tells people who asked in a message that they will get no answer; only they see it. */
export interface BusyNotices {
  /** Whether there is somebody to tell of this message who was not told in the last seconds. */
  isWanted(team: string | undefined, message: IncomingMessage): boolean;
  /** Tells them, once in some seconds. @throws what Slack says, and an Error when too many notices are under way */
  tell(poster: Poster, message: IncomingMessage, card: Card): Promise<void>;
}

export function createBusyNotices(): BusyNotices {
  const told = new LRUCache<string, true>({ max: mostTold, ttl: toldForMs });
  let underWay = 0;
  const keyOf = (team: string | undefined, { channel, user }: IncomingMessage) => `${team} ${channel} ${user}`;
  const isWanted: BusyNotices['isWanted'] = (team, message) => isFromPerson(message) && !told.has(keyOf(team, message));
  return {
    isWanted,
    async tell({ client, team }, message, card) {
      if (!isWanted(team, message)) return;
      if (underWay >= mostUnderWay) throw new Error('so many notices are under way that one is left out');
      told.set(keyOf(team, message), true);
      underWay += 1;
      try {
        // Slack shows private messages only in threads that have a reply already.
        const inThread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
        await client.chat.postEphemeral({ channel: message.channel, user: message.user ?? '', ...inThread, ...card });
      } finally {
        underWay -= 1;
      }
    },
  };
}
