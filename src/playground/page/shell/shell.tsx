import { useEffect } from 'react';
import { useConnection, useWorkspace } from '../connection/store.js';
import { Inspector } from '../inspector/inspector.js';
import { useShortcuts } from '../keyboard/use-shortcuts.js';
import { ThreadPanel } from '../messages/thread-panel.js';
import { ModalStack } from '../modals/modal-stack.js';
import { Toaster } from '../toasts/toaster.js';
import { ChannelView } from './channel-view.js';
import { channelsInOrder } from './channels.js';
import { ConnectingBanner } from './connecting-banner.js';
import { Dialogs } from './dialogs.js';
import { isPhone, useIsPhone } from './media.js';
import { toggleInspector, useOverlays } from './overlays.js';
import { currentRoute, go, keepPerson, useRoute } from './route.js';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.js';
import { usePaneFocus } from './use-pane-focus.js';
import { useWindowTitle } from './window-title.js';

/** The whole page. Until the server has said who is there, only the banner. */
export function Shell() {
  const isKnown = useConnection(({ workspace }) => workspace !== null);
  return (
    <div className={styles.page}>
      <ConnectingBanner />
      {isKnown ? <Panes /> : null}
      <Toaster />
    </div>
  );
}

/** Side by side; on a phone only the one that the address names. */
function Panes() {
  const route = useRoute();
  const narrow = useIsPhone();
  const channel = useWorkspace(({ channels }) => channels.find(({ id }) => id === route.channel));
  const first = useWorkspace((workspace) => channelsInOrder(workspace)[0]?.id);
  const isInspectorOpen = useOverlays((state) => state.isInspectorOpen);
  const me = useWorkspace((workspace) => workspace.me.name);
  useEffect(() => keepPerson(me), [me]);
  useShortcuts();
  useWindowTitle(channel);
  useEffect(() => {
    if (channel === undefined && first !== undefined && !narrow) go({ channel: first }, { replace: true });
  }, [channel, first, narrow]);
  const pane = channel === undefined ? 'sidebar' : route.thread === null ? 'channel' : 'thread';
  usePaneFocus(narrow ? pane : null);
  const shows = (one: typeof pane): boolean => !narrow || one === pane;
  return (
    <div className={styles.panes} data-panels={Number(route.thread !== null) + Number(isInspectorOpen)}>
      {shows('sidebar') ? <Sidebar current={channel?.id ?? null} /> : null}
      {channel !== undefined && shows('channel') ? (
        <ChannelView key={channel.id} channel={channel} route={route} />
      ) : null}
      {channel !== undefined && route.thread !== null ? (
        <ThreadPanel key={route.thread} channel={channel} ts={route.thread} onClose={closeThread} />
      ) : null}
      <div className={styles.inspector}>
        <Inspector open={isInspectorOpen} onClose={toggleInspector} />
      </div>
      <Dialogs />
      <ModalStack />
    </div>
  );
}

/** The focus goes back to the message that the thread hangs on, or to the composer. */
function closeThread(): void {
  const { channel, thread } = currentRoute();
  go({ channel });
  if (isPhone()) return;
  requestAnimationFrame(() => {
    const parent = document.querySelector<HTMLElement>(`[data-region="channel"] [data-ts="${thread}"]`);
    (parent ?? document.querySelector<HTMLElement>('[data-region="channel"] textarea'))?.focus({ preventScroll: true });
  });
}
