import { request } from './client.js';
import { unknownConversation, withHistory } from './conversation.js';
import { threadKey } from './state.js';
import { currentWorkspace, updateWorkspace } from './store.js';

const pageSize = 100;

/** Loads the newest messages of a channel, or the ones before those that are there. */
export async function loadHistory(channel: string): Promise<void> {
  const known = currentWorkspace()?.conversations[channel];
  const oldest = known?.isLoaded ? known.messages[0] : undefined;
  const before = oldest === undefined ? {} : { before: oldest.ts };
  const history = await request('history', { channel, limit: pageSize, ...before });
  updateWorkspace(({ conversations }) => ({
    conversations: {
      ...conversations,
      [channel]: withHistory(conversations[channel] ?? unknownConversation, history),
    },
  }));
}

/** Loads the parent and the replies of a thread. */
export async function loadThread(channel: string, ts: string): Promise<void> {
  const thread = await request('thread', { channel, ts });
  const key = threadKey(channel, ts);
  updateWorkspace(({ threads }) => ({
    threads: { ...threads, [key]: withHistory(threads[key] ?? unknownConversation, thread) },
  }));
}

/** Loads the newest exchanges between Slack and the bot, or the ones before those that are there; false when none are left. */
export async function loadExchanges(): Promise<boolean> {
  const oldest = currentWorkspace()?.exchanges[0];
  const before = oldest === undefined ? {} : { before: oldest.number };
  const { exchanges, hasMore } = await request('exchanges', { limit: 100, ...before });
  updateWorkspace((workspace) => {
    const first = workspace.exchanges[0]?.number ?? Number.POSITIVE_INFINITY;
    return { exchanges: [...exchanges.filter(({ number }) => number < first), ...workspace.exchanges] };
  });
  return hasMore;
}
