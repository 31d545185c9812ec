import type { KeyboardEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { PageChannel } from '../../protocol.js';
import { useWorkspace } from '../connection/store.js';
import { IconButton } from '../controls/icon-button.js';
import { SearchIcon } from '../icons.js';
import { ChannelLink } from './channel-link.js';
import { channelGroups } from './channels.js';
import { MeMenu } from './me-menu.js';
import { openDialog } from './overlays.js';
import { SceneList } from './scene-list.js';
import styles from './sidebar.module.css';
import { SidebarSection } from './sidebar-section.js';

/** The workspace: its channels, DMs and apps, the incidents to play, and who one is. */
export function Sidebar({ current }: { current: string | null }) {
  const teamName = useWorkspace(({ team }) => team.name);
  const directory = useWorkspace(useShallow(({ channels, bot, users, me }) => ({ channels, bot, users, me })));
  const { channels, people, apps } = channelGroups(directory);
  const links = (group: readonly PageChannel[]) =>
    group.map((channel) => <ChannelLink key={channel.id} channel={channel} isCurrent={channel.id === current} />);
  return (
    <nav aria-label="Workspace" data-region="sidebar" className={styles.sidebar} onKeyDown={moveFocus}>
      <header className={styles.header}>
        <h2 className={styles.team}>{teamName}</h2>
        <IconButton
          label="Jump to a channel or person"
          keys="Ctrl+K"
          className={styles.search}
          onPress={() => openDialog({ type: 'switcher' })}
        >
          <SearchIcon />
        </IconButton>
      </header>
      <div className={styles.sections}>
        <SidebarSection title="Channels">{links(channels)}</SidebarSection>
        {people.length === 0 ? null : <SidebarSection title="Direct messages">{links(people)}</SidebarSection>}
        <SidebarSection title="Apps">{links(apps)}</SidebarSection>
        <SceneList />
      </div>
      <MeMenu />
    </nav>
  );
}

/** Up and down go through the entries, as in Slack. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || !(event.target instanceof HTMLElement)) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const index = entries.indexOf(event.target);
  if (index === -1) return;
  entries[index + step]?.focus();
  event.preventDefault();
}
