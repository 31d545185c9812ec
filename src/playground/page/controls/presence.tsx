import { classes } from './classes.js';
import styles from './presence.module.css';

/** The dot of Slack: filled for somebody who is there. */
export function Presence({ isOnline }: { isOnline: boolean }) {
  return (
    <span
      role="img"
      aria-label={isOnline ? 'active' : 'away'}
      className={classes(styles.presence, isOnline && styles.online)}
    />
  );
}
