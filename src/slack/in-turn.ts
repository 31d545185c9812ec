/** The last message that is on its way to each channel. */
const last = new Map<string, Promise<unknown>>();

/**
 * Sends messages to one channel one after the other: Slack takes about one a second there, and all that are refused at
 * once would come back at once, until the last has used up its retries.
 */
export async function inTurn<T>(channel: string, send: () => Promise<T>): Promise<T> {
  const before = last.get(channel) ?? Promise.resolve();
  const turn = before.then(send, send);
  last.set(channel, turn);
  try {
    return await turn;
  } finally {
    if (last.get(channel) === turn) last.delete(channel);
  }
}
