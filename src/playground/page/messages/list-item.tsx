import type { ReactNode } from 'react';
import styles from './message-list.module.css';

export interface ListItemProps {
  /** `of` is how many there are, -1 when that is not known. */
  at: { index: number; of: number };
  measure(element: HTMLLIElement | null): void;
  children: ReactNode;
}

/** An item of the list, which measures it and puts it in its place. */
export function ListItem({ at, measure, children }: ListItemProps) {
  return (
    <li ref={measure} data-index={at.index} aria-setsize={at.of} aria-posinset={at.index + 1} className={styles.item}>
      {children}
    </li>
  );
}
