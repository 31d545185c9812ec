import type { Message } from '../../server/types.js';
import { emojiSign } from '../block-kit/text/emoji.js';
import { useWorkspace } from '../connection/store.js';
import { classes } from '../controls/classes.js';
import { personOf } from '../shell/people.js';
import { react } from './actions.js';
import styles from './reactions.module.css';

/** The pills below a message. A click adds one's own; Slack's server takes none back here. */
export function Reactions({ message }: { message: Message }) {
  const users = useWorkspace((workspace) => workspace.users);
  const me = useWorkspace((workspace) => workspace.me.id);
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <div className={styles.reactions}>
      {reactions.map(({ name, users: who, count }) => {
        const names = who.map((id) => (id === me ? 'you' : personOf(users, id).name)).join(', ');
        const isMine = who.includes(me);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isMine}
            aria-label={`${count} ${count === 1 ? 'reaction' : 'reactions'}, ${name}: ${names}`}
            title={`${names} reacted with :${name}:`}
            className={classes(styles.reaction, isMine && styles.mine)}
            onClick={() => (isMine ? null : react(message, name))}
          >
            <span>{emojiSign(name) ?? `:${name}:`}</span>
            {count}
          </button>
        );
      })}
    </div>
  );
}
