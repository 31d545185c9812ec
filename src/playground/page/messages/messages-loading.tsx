import styles from './messages-loading.module.css';

const widths = [62, 84, 48, 71, 55];

/** Grey lines where messages will be. */
export function MessagesLoading() {
  return (
    <div role="status" aria-label="Loading messages" className={styles.loading}>
      {widths.map((width) => (
        <div key={width} className={styles.line}>
          <span className={styles.avatar} />
          <span className={styles.text} style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
