import type { PageChannel } from '../../protocol.js';
import { draftKey, useDrafts } from '../composer/drafts.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { classes } from '../controls/classes.js';
import { Presence } from '../controls/presence.js';
import { EditIcon, HashIcon, LockIcon } from '../icons.js';
import styles from './channel-link.module.css';
import { isUnread, partnerOf, titleOf } from './channels.js';
import { usePerson } from './people.js';
import { hashOf } from './route.js';

export interface ChannelLinkProps {
  channel: PageChannel;
  isCurrent: boolean;
}

/** A channel or DM in the sidebar: bold while unread, with the number of mentions, a pencil for a draft. */
export function ChannelLink({ channel, isCurrent }: ChannelLinkProps) {
  const { id, mentions, kind } = channel;
  const title = useWorkspace((workspace) => titleOf(channel, workspace));
  const hasDraft = useDrafts(({ drafts }) => (drafts[draftKey(id, null)] ?? '') !== '') && !isCurrent;
  const unread = isUnread(channel);
  const states = [
    kind === 'private' && 'private',
    unread && mentions === 0 && 'unread',
    unread && mentions > 0 && `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`,
    hasDraft && 'draft',
  ];
  return (
    <li>
      <a
        href={hashOf({ channel: id, tab: 'messages', thread: null, target: null })}
        data-entry
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={[title, ...states].filter(Boolean).join(', ')}
        className={classes(styles.link, unread && styles.unread, isCurrent && styles.current)}
      >
        <span className={styles.sign}>{kind === 'im' ? <Partner channel={channel} /> : <Sign kind={kind} />}</span>
        <span className={styles.title}>{title}</span>
        {hasDraft ? <EditIcon size={14} /> : null}
        {unread && mentions === 0 ? <span className={styles.dot} /> : null}
        {unread && mentions > 0 ? <span className={styles.badge} data-count={mentions} /> : null}
      </a>
    </li>
  );
}

function Sign({ kind }: Pick<PageChannel, 'kind'>) {
  return kind === 'private' ? <LockIcon size={16} /> : <HashIcon size={16} />;
}

function Partner({ channel }: { channel: PageChannel }) {
  const me = useWorkspace((workspace) => workspace.me.id);
  const isBotOnline = useWorkspace(({ botIsOnline }) => botIsOnline);
  const person = usePerson(partnerOf(channel, me));
  return (
    <span className={styles.partner}>
      <Avatar {...person} size={20} />
      <span className={styles.presence}>
        <Presence isOnline={person.isApp ? isBotOnline : person.id === me} />
      </span>
    </span>
  );
}
