import type { Message } from '../../server/types.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { ChevronRightIcon } from '../icons.js';
import { personOf } from '../shell/people.js';
import { openThread } from './actions.js';
import styles from './thread-bar.module.css';
import { replyTimeOf } from './times.js';

/** "2 replies, last reply today": what hangs below a message, and the way there. */
export function ThreadBar({ message }: { message: Message }) {
  const users = useWorkspace((workspace) => workspace.users);
  const { reply_count: count = 0, reply_users: who = [], latest_reply: latest } = message;
  if (count === 0 || latest === undefined) return null;
  const when = `Last reply ${replyTimeOf(latest, new Date())}`;
  return (
    <button type="button" className={styles.bar} onClick={() => openThread(message)}>
      {who.slice(0, 5).map((id) => {
        const person = personOf(users, id);
        return <Avatar key={id} {...person} size={24} />;
      })}
      <span className={styles.count}>{repliesOf(count)}</span>
      <span className={styles.when}>{when}</span>
      <span className={styles.view}>View thread</span>
      <span className={styles.chevron}>
        <ChevronRightIcon size={16} />
      </span>
    </button>
  );
}

/** `1 reply`, `2 replies` */
export function repliesOf(count: number): string {
  return count === 1 ? '1 reply' : `${count} replies`;
}
