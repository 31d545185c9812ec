import type { Json } from '../../server/types.js';
import styles from './not-drawn.module.css';

/** What stands in the place of something that this page does not draw: nothing is left out silently. */
export function NotDrawn({ what, isInline = false }: { what: Json; isInline?: boolean }) {
  const name = typeof what.type === 'string' && what.type !== '' ? what.type : 'something without a type';
  if (isInline) return <span className={styles.inline}>{`[${name}: not drawn here]`}</span>;
  return (
    <details className={styles.note}>
      <summary>{`${name}: not drawn here`}</summary>
      <pre className={styles.json}>{JSON.stringify(what, null, 2)}</pre>
    </details>
  );
}
