import { useEffect, useMemo } from 'react';
import type { PageChannel } from '../../protocol.js';
import { Composer } from '../composer/composer.js';
import { loadThread } from '../connection/loaders.js';
import { threadKey } from '../connection/state.js';
import { useWorkspace } from '../connection/store.js';
import { IconButton } from '../controls/icon-button.js';
import { BackIcon, CloseIcon } from '../icons.js';
import { fullTitleOf } from '../shell/channels.js';
import { useIsPhone } from '../shell/media.js';
import { reportFailure } from '../toasts/report.js';
import { MessageList } from './message-list.js';
import { MessagesLoading } from './messages-loading.js';
import { threadRowsOf } from './rows.js';
import styles from './thread-panel.module.css';

export interface ThreadPanelProps {
  channel: PageChannel;
  /** The ts of the parent. */
  ts: string;
  onClose(): void;
}

const nothing = (): void => {};

/** A thread beside its channel, with a composer of its own. Use with a key for the thread. */
export function ThreadPanel({ channel, ts, onClose }: ThreadPanelProps) {
  const thread = useWorkspace(({ threads }) => threads[threadKey(channel.id, ts)]);
  const title = useWorkspace((workspace) => fullTitleOf(channel, workspace));
  const isPhone = useIsPhone();
  const isLoaded = thread?.isLoaded ?? false;
  useEffect(() => {
    if (isLoaded) return;
    loadThread(channel.id, ts).catch((error: unknown) => {
      reportFailure(error);
      onClose();
    });
  }, [isLoaded, channel.id, ts, onClose]);
  const messages = thread?.messages;
  const rows = useMemo(() => threadRowsOf(messages ?? [], ts), [messages, ts]);
  return (
    <aside aria-label={`Thread in ${title}`} data-region="thread" className={styles.panel}>
      <header className={styles.header}>
        {isPhone ? (
          <IconButton label="Back to the channel" onPress={onClose}>
            <BackIcon />
          </IconButton>
        ) : null}
        <h2 className={styles.title}>
          Thread <span className={styles.channel}>{title}</span>
        </h2>
        <IconButton label="Close thread" keys="Esc" onPress={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {isLoaded ? (
        <MessageList
          label={`Thread in ${title}`}
          rows={rows}
          place="thread"
          beginning={null}
          hasMore={false}
          onOlder={nothing}
          target={null}
          onAtEnd={nothing}
          hasUnread={false}
          onLeave={onClose}
        />
      ) : (
        <MessagesLoading />
      )}
      <Composer key={ts} channel={channel} threadTs={ts} label="Reply…" takesFocus={!isPhone} onEscape={onClose} />
    </aside>
  );
}
