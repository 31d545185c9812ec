import type { ReactNode } from 'react';
import styles from './message-list.module.css';

export interface ListItemProps {
  /** `of` is how many there are, -1 when that is not known. */
  at: { index: number; of: number };
  measure(element: HTMLLIElement | null): void;
  /** Of a message: it takes the focus. */
  ts?: string;
  /** The one of them that Tab stops at. */
  isTabStop?: boolean;
  onFocus?(ts: string): void;
  children: ReactNode;
}

/** An item of the list, which measures it and puts it in its place. */
export function ListItem({ at, measure, ts, isTabStop = false, onFocus, children }: ListItemProps) {
  const row =
    ts === undefined
      ? {}
      : {
          'data-ts': ts,
          'aria-labelledby': `who-${ts} body-${ts}`,
          tabIndex: isTabStop ? 0 : -1,
          onFocus: () => onFocus?.(ts),
        };
  return (
    <li
      ref={measure}
      data-index={at.index}
      aria-setsize={at.of}
      aria-posinset={at.index + 1}
      className={styles.item}
      {...row}
    >
      {children}
    </li>
  );
}
