import { useEffect, useState } from 'react';
import type { PageChannel } from '../../protocol.js';
import { request } from '../connection/client.js';
import { isUnread } from '../shell/channels.js';

export interface NewLine {
  /** Messages of others after this ts are new; null when none is. */
  since: string | null;
  clear(): void;
}

/**
 * Marks a channel as read while its person looks at the newest messages, and says where the line "New" stands: where
 * the person left off before opening the channel, or before looking away. Use with a key for the channel.
 */
export function useNewLine(channel: PageChannel, isLooking: boolean): NewLine {
  const [since, setSince] = useState<string | null>(isUnread(channel) ? channel.lastRead : null);
  const { id, latest, lastRead } = channel;
  const unread = isUnread(channel);
  useEffect(() => {
    if (!unread || latest === null) return;
    // Not read is what the next look will tell again, so a failure needs no word.
    if (isLooking) request('markRead', { channel: id, ts: latest }).catch(() => {});
    else setSince((known) => known ?? lastRead);
  }, [id, latest, lastRead, unread, isLooking]);
  return { since, clear: () => setSince(null) };
}
