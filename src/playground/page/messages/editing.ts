import { create } from 'zustand';
import type { Message } from '../../server/types.js';
import type { Workspace } from '../connection/state.js';
import { threadKey } from '../connection/state.js';
import { isOwn } from './actions.js';

/** The message that is being edited; one at a time. */
export const useEditing = create<{ ts: string | null }>(() => ({ ts: null }));

export function startEditing({ ts }: Message): void {
  useEditing.setState({ ts });
}

export function stopEditing(): void {
  useEditing.setState({ ts: null });
}

/** Up in an empty composer: edits the newest message of one's own there. False when there is none. */
export function editLastOwn({ conversations, threads }: Workspace, channel: string, threadTs: string | null): boolean {
  const place = threadTs === null ? conversations[channel] : threads[threadKey(channel, threadTs)];
  const last = place?.messages.findLast((message) => isOwn(message));
  if (last === undefined) return false;
  startEditing(last);
  return true;
}
