import { type ReactNode, useId, useState } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from '../icons.js';
import styles from './sidebar-section.module.css';

/** A part of the sidebar that can be folded. */
export function SidebarSection({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(true);
  const id = useId();
  return (
    <section className={styles.section}>
      <button
        type="button"
        data-entry
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        className={styles.title}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
        {title}
      </button>
      {isOpen ? (
        <ul id={id} aria-label={title} className={styles.list}>
          {children}
        </ul>
      ) : null}
    </section>
  );
}
