interface Queue {
  /** The last message that is on its way. */
  last: Promise<unknown>;
  /** How many are not posted yet, the one that is being posted among them. */
  length: number;
}

const queues = new Map<string, Queue>();

/**
 * Sends messages to one channel one after the other: Slack takes about one a second there, and all that are refused at
 * once would come back at once, until the last has used up its retries.
 */
export async function inTurn<T>(channel: string, send: () => Promise<T>): Promise<T> {
  const queue = queues.get(channel) ?? { last: Promise.resolve(), length: 0 };
  queues.set(channel, queue);
  queue.length += 1;
  const turn = queue.last.then(send, send);
  queue.last = turn;
  try {
    return await turn;
  } finally {
    queue.length -= 1;
    if (queue.length === 0) queues.delete(channel);
  }
}

/** How many messages wait behind one that is being posted: over all channels, and where most do. */
export function postsWaiting(): { all: number; longest: number } {
  const waiting = [...queues.values()].map(({ length }) => length - 1);
  return { all: waiting.reduce((sum, length) => sum + length, 0), longest: Math.max(0, ...waiting) };
}
