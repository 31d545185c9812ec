import { Dialog } from '../controls/dialog.js';
import styles from './help-dialog.module.css';
import { shortcutGroups } from './shortcuts.js';

/** The keys of the page. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      {shortcutGroups.map(({ title, shortcuts }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs something that takes the focus
        <section key={title} aria-label={title} tabIndex={0}>
          <h3 className={styles.title}>{title}</h3>
          <dl className={styles.list}>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys} className={styles.shortcut}>
                <dt>{does}</dt>
                <dd>
                  <kbd className={styles.keys}>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
