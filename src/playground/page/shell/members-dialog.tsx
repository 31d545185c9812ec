import type { PageChannel } from '../../protocol.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { Dialog } from '../controls/dialog.js';
import { fullTitleOf } from './channels.js';
import styles from './members-dialog.module.css';

/** Who is in a channel: above all, whether the bot is. */
export function MembersDialog({ channel, onClose }: { channel: PageChannel; onClose(): void }) {
  const users = useWorkspace((workspace) => workspace.users);
  const bot = useWorkspace((workspace) => workspace.bot);
  const title = useWorkspace((workspace) => fullTitleOf(channel, workspace));
  const members = users.filter(({ id }) => channel.members.includes(id));
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={styles.topic}>{channel.topic}</p>
      <h3 className={styles.heading}>{members.length} members</h3>
      <ul className={styles.list}>
        {members.map(({ id, name, realName, botId }) => (
          <li key={id} className={styles.member}>
            <Avatar id={id} name={realName} isApp={botId !== null} size={32} />
            <span>
              <strong>{realName}</strong> <span className={styles.handle}>{name}</span>
            </span>
            {botId === null ? null : <span className={styles.badge}>APP</span>}
          </li>
        ))}
      </ul>
      {channel.members.includes(bot.id) ? null : (
        <p className={styles.absent}>
          {bot.name} is not in this channel: slash commands reach it, mentions and messages do not.
        </p>
      )}
    </Dialog>
  );
}
