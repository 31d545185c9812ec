import { classes } from '../controls/classes.js';
import { IconButton } from '../controls/icon-button.js';
import { CheckIcon, CloseIcon, WarningIcon } from '../icons.js';
import styles from './toaster.module.css';
import { closeToast, type Toast, useToasts } from './toasts.js';

/** What went wrong, and small confirmations. A live region, so it is always there. */
export function Toaster() {
  const toasts = useToasts((state) => state.toasts);
  return (
    // Above windows too: react-aria hides from screen readers and clicks what is outside of one, but not what has this mark.
    <div
      role="status"
      aria-label="Notifications"
      aria-live="polite"
      data-react-aria-top-layer="true"
      className={styles.toaster}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, tone, text, code, details } }: { toast: Toast }) {
  return (
    <div className={classes(styles.toast, tone === 'error' && styles.error)}>
      {tone === 'error' ? <WarningIcon /> : <CheckIcon />}
      <div className={styles.text}>
        {code === null ? null : <code className={styles.code}>{code}</code>}
        <span>{text}</span>
        {details.map((line) => (
          <code key={line} className={styles.detail}>
            {line}
          </code>
        ))}
      </div>
      <IconButton label="Dismiss" className={styles.close} onPress={() => closeToast(id)}>
        <CloseIcon size={14} />
      </IconButton>
    </div>
  );
}
