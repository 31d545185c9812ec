import type { Message } from '../../server/types.js';
import { MessageBody } from '../block-kit/message-body.js';
import { AskFirst } from '../controls/ask-first.js';
import { useHost } from '../shell/use-host.js';
import { deleteMessage } from './actions.js';
import styles from './delete-dialog.module.css';

/** Asks before a message of one's own is gone. */
export function DeleteDialog({ message, onClose }: { message: Message; onClose(): void }) {
  const host = useHost({ channel: message.channel, ts: message.ts });
  return (
    <AskFirst title="Delete message" action="Delete" onAction={() => deleteMessage(message)} onClose={onClose}>
      <p className={styles.question}>Are you sure you want to delete this message? This cannot be undone.</p>
      <div className={styles.message}>
        <MessageBody message={message} host={host} />
      </div>
    </AskFirst>
  );
}
