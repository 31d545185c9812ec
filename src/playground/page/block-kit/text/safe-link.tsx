import type { ReactNode } from 'react';
import { safeUrl } from './safe-url.js';
import styles from './text.module.css';

/** A link into a new window; only its text where the address is not one to follow. */
export function SafeLink({ url, children }: { url: unknown; children: ReactNode }) {
  const href = safeUrl(url);
  if (href === null) return <span title="This address is not a link">{children}</span>;
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
