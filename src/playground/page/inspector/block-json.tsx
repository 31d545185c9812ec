import type { Message, View } from '../../server/types.js';
import styles from './block-json.module.css';
import { CopyButton, prettyJson } from './copy-button.js';
import { JsonTree } from './json-tree.js';

/** The Block Kit JSON of a message or view, to read and to copy. */
export function BlockJson({ message }: { message: Message | View }) {
  const { blocks = [] } = message;
  return (
    <div>
      <div className={styles.actions}>
        <span className={styles.count}>{blocks.length === 0 ? 'No blocks: text only' : counted(blocks.length)}</span>
        {blocks.length === 0 ? null : <CopyButton text={() => prettyJson({ blocks })}>Copy blocks</CopyButton>}
        <CopyButton text={() => prettyJson(message)}>{'title' in message ? 'Copy view' : 'Copy message'}</CopyButton>
      </div>
      <JsonTree label="Block Kit JSON" value={blocks.length === 0 ? message : blocks} openLevels={8} />
    </div>
  );
}

function counted(count: number): string {
  return count === 1 ? '1 block' : `${count} blocks`;
}
