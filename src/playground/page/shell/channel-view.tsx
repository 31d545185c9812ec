import type { PageChannel } from '../../protocol.js';
import { Composer } from '../composer/composer.js';
import { useWorkspace } from '../connection/store.js';
import { Announcer } from '../messages/announcer.js';
import { ChannelMessages } from '../messages/channel-messages.js';
import { AppTabs } from './app-tabs.js';
import { ChannelHeader } from './channel-header.js';
import styles from './channel-view.module.css';
import { fullTitleOf, isAppDm } from './channels.js';
import { useIsPhone } from './media.js';
import { go, type Route } from './route.js';

export interface ChannelViewProps {
  channel: PageChannel;
  route: Route;
}

/** A channel or DM: its header, its messages and the composer; of the app's DM, its Home tab too. Use with a key for the channel. */
export function ChannelView({ channel, route }: ChannelViewProps) {
  const isApp = useWorkspace((workspace) => isAppDm(channel, workspace));
  const title = useWorkspace((workspace) => fullTitleOf(channel, workspace));
  const conversation = <Conversation channel={channel} route={route} title={title} />;
  return (
    <main aria-label={title} data-region="channel" className={styles.view}>
      <ChannelHeader channel={channel} />
      <Announcer channel={channel} />
      {isApp ? (
        <AppTabs channel={channel.id} tab={route.tab}>
          {conversation}
        </AppTabs>
      ) : (
        conversation
      )}
    </main>
  );
}

function Conversation({ channel, route, title }: ChannelViewProps & { title: string }) {
  const isPhone = useIsPhone();
  const hasThread = route.thread !== null;
  return (
    <>
      <h2 className="visually-hidden">Messages</h2>
      <ChannelMessages channel={channel} target={route.target} onLeave={focusComposer} />
      {channel.isArchived ? (
        <p className={styles.archived}>You are viewing {title}, an archived channel</p>
      ) : (
        <Composer
          channel={channel}
          threadTs={null}
          label={`Message ${title}`}
          takesFocus={!isPhone && !hasThread}
          {...(hasThread ? { onEscape: () => go({ channel: channel.id }) } : {})}
        />
      )}
    </>
  );
}

function focusComposer(): void {
  document.querySelector<HTMLElement>('[data-region="channel"] textarea')?.focus();
}
