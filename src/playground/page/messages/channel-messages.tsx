import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageChannel } from '../../protocol.js';
import { loadHistory } from '../connection/loaders.js';
import { useConnection, useWorkspace } from '../connection/store.js';
import { fullTitleOf, isUnread } from '../shell/channels.js';
import { reportFailure } from '../toasts/report.js';
import { Beginning } from './beginning.js';
import { MessageList } from './message-list.js';
import { MessagesLoading } from './messages-loading.js';
import { rowsOf } from './rows.js';
import { useNewLine } from './use-new-line.js';
import { useIsWindowWatched } from './use-watching.js';

/** After a page that did not come. */
const retryDelayMs = 3_000;

export interface ChannelMessagesProps {
  channel: PageChannel;
  /** The ts of a message to show and to mark. */
  target: string | null;
  /** Esc on a message: everything counts as read, and the composer gets the focus. */
  onLeave(): void;
}

/** The messages of a channel. Use with a key for the channel. */
export function ChannelMessages({ channel, target, onLeave }: ChannelMessagesProps) {
  const conversation = useWorkspace(({ conversations }) => conversations[channel.id]);
  const me = useWorkspace((workspace) => workspace.me.id);
  const title = useWorkspace((workspace) => fullTitleOf(channel, workspace));
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isLooking = useIsWindowWatched() && isAtEnd;
  const newLine = useNewLine(channel, isLooking);
  const isLoaded = conversation?.isLoaded ?? false;
  const hasMore = conversation?.hasMore ?? true;
  const older = useOlder(channel.id);

  useEffect(() => {
    if (!isLoaded) older();
  }, [isLoaded, older]);
  const messages = conversation?.messages;
  const rows = useMemo(() => {
    const all = rowsOf(messages ?? [], newLine.since, me);
    // How the oldest one looks depends on the one before: it waits for that, and nothing jumps when it comes.
    return hasMore ? all.slice(1) : all;
  }, [messages, hasMore, newLine.since, me]);
  const isTargetKnown = rows.some(({ message }) => message.ts === target);
  // Back to the message that a link names, a page at a time.
  useEffect(() => {
    if (target !== null && isLoaded && hasMore && !isTargetKnown) older();
  }, [target, isLoaded, hasMore, isTargetKnown, older]);

  if (!isLoaded) return <MessagesLoading />;
  return (
    <MessageList
      label={`Messages in ${title}`}
      rows={rows}
      place="channel"
      beginning={<Beginning channel={channel} />}
      hasMore={hasMore}
      onOlder={older}
      target={target}
      onAtEnd={setIsAtEnd}
      hasUnread={isUnread(channel)}
      onLeave={() => {
        newLine.clear();
        onLeave();
      }}
    />
  );
}

/** Asks for the next page of older messages, one at a time: it is another function when the next one can be asked for. */
function useOlder(channel: string): () => void {
  const isOnline = useConnection(({ status }) => status === 'open');
  const [isLoading, setIsLoading] = useState(false);
  return useCallback(() => {
    if (isLoading || !isOnline) return;
    setIsLoading(true);
    loadHistory(channel)
      .catch(async (error: unknown) => {
        reportFailure(error);
        await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
      })
      .finally(() => setIsLoading(false));
  }, [channel, isLoading, isOnline]);
}
