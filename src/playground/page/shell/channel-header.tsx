import type { PageChannel } from '../../protocol.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { IconButton } from '../controls/icon-button.js';
import { Presence } from '../controls/presence.js';
import { BackIcon, HashIcon, LockIcon, PeopleIcon, PulseIcon, ResetIcon } from '../icons.js';
import styles from './channel-header.module.css';
import { partnerOf, titleOf } from './channels.js';
import { useIsPhone } from './media.js';
import { openDialog, toggleInspector, useOverlays } from './overlays.js';
import { usePerson } from './people.js';
import { go } from './route.js';
import { ThemeMenu } from './theme-menu.js';

/** The name of the channel, what it is about, and the tools of the playground. */
export function ChannelHeader({ channel }: { channel: PageChannel }) {
  const isPhone = useIsPhone();
  const isInspectorOpen = useOverlays((state) => state.isInspectorOpen);
  return (
    <header className={styles.header}>
      {isPhone ? (
        <IconButton label="Back to the channels" onPress={() => go({})}>
          <BackIcon />
        </IconButton>
      ) : null}
      <Title channel={channel} />
      <p className={styles.topic} title={channel.topic}>
        {channel.topic}
      </p>
      {channel.kind === 'im' ? null : (
        <IconButton
          label={`${channel.members.length} members`}
          className={styles.members}
          onPress={() => openDialog({ type: 'members', channel: channel.id })}
        >
          <PeopleIcon />
          {channel.members.length}
        </IconButton>
      )}
      <IconButton label="Inspector" aria-pressed={isInspectorOpen} onPress={toggleInspector}>
        <PulseIcon />
      </IconButton>
      <ThemeMenu />
      <IconButton label="Reset the playground" onPress={() => openDialog({ type: 'reset' })}>
        <ResetIcon />
      </IconButton>
    </header>
  );
}

function Title({ channel }: { channel: PageChannel }) {
  const title = useWorkspace((workspace) => titleOf(channel, workspace));
  return (
    <h1 className={styles.title}>
      {channel.kind === 'im' ? <Partner channel={channel} /> : <Sign isPrivate={channel.kind === 'private'} />}
      <span className={styles.name}>{title}</span>
    </h1>
  );
}

function Sign({ isPrivate }: { isPrivate: boolean }) {
  return isPrivate ? <LockIcon /> : <HashIcon />;
}

function Partner({ channel }: { channel: PageChannel }) {
  const me = useWorkspace((workspace) => workspace.me.id);
  const isOnline = useWorkspace(({ botIsOnline }) => botIsOnline);
  const person = usePerson(partnerOf(channel, me));
  return (
    <>
      <Avatar {...person} size={24} />
      {person.isApp ? <Presence isOnline={isOnline} /> : null}
    </>
  );
}
