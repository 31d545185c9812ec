import type { Json } from '../../server/types.js';
import styles from './file-chip.module.css';
import { stringOrNull } from './json-fields.js';

/** A file as Slack lists it below a message; a snippet shows its first lines. */
export function FileChip({ file }: { file: Json }) {
  const name = stringOrNull(file.title) || stringOrNull(file.name) || 'File';
  const kind = stringOrNull(file.pretty_type) || stringOrNull(file.mimetype) || stringOrNull(file.filetype) || 'File';
  const preview = stringOrNull(file.preview);
  return (
    <div className={styles.file}>
      <b>{name}</b>
      <span className={styles.kind}>{kind}</span>
      {preview !== null && <pre className={styles.preview}>{preview}</pre>}
    </div>
  );
}
