import type { Json, Message } from '../../server/types.js';
import { Attachment } from './attachment.js';
import { BlockList } from './block-list.js';
import { BlockKitProvider } from './context.js';
import { ErrorBoundary } from './error-boundary.js';
import { FileChip } from './file-chip.js';
import { Fold } from './fold.js';
import type { BlockKitHost } from './host.js';
import { InOrder } from './in-order.js';
import styles from './message-body.module.css';
import { MrkdwnText } from './text/mrkdwn-text.js';

export interface MessageBodyProps {
  message: Message;
  host: BlockKitHost;
}

/** What a message says: its blocks or else its text, attachments, files and "(edited)". Without avatar, name and time. */
export function MessageBody({ message, host }: MessageBodyProps) {
  const { blocks = [], attachments = [], files = [], edited } = message;
  const isTyped = blocks.length === 0 || blocks.every(({ type }) => type === 'rich_text');
  const said = blocks.length > 0 ? <BlockList blocks={blocks} /> : <MrkdwnText text={message.text} />;
  return (
    <BlockKitProvider host={host}>
      <ErrorBoundary fallback={<p>{message.text}</p>}>
        <div className={isTyped ? styles.typed : styles.kit}>
          {isTyped ? (
            <Fold height={620} name={`${message.channel} ${message.ts}`}>
              {said}
            </Fold>
          ) : (
            said
          )}
          {edited !== undefined && <span className={styles.edited}>(edited)</span>}
          <InOrder of={attachments} draw={(attachment: Json) => <Attachment attachment={attachment} />} />
          {files.length > 0 && (
            <div className={styles.files}>
              <InOrder of={files} draw={(file: Json) => <FileChip file={file} />} />
            </div>
          )}
        </div>
      </ErrorBoundary>
    </BlockKitProvider>
  );
}
