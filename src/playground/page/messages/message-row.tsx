import { memo } from 'react';
import { classes } from '../controls/classes.js';
import { MessageView } from './message.js';
import styles from './message-row.module.css';
import type { Row } from './rows.js';
import { repliesOf } from './thread-bar.js';
import { dayLabel } from './times.js';

export interface MessageRowProps {
  row: Row;
  place: 'channel' | 'thread';
  /** A link led here. */
  isTarget: boolean;
  /** Tab stops at this message of the list. */
  isTabStop: boolean;
  onActive(ts: string): void;
}

/** A message with the dividers above it. */
export const MessageRow = memo(function MessageRow({ row, ...view }: MessageRowProps) {
  const { message, startsDay, isFirstNew, isCompact, replies } = row;
  return (
    <>
      {startsDay ? <DayDivider ts={message.ts} isFirstNew={isFirstNew} /> : null}
      {isFirstNew && !startsDay ? <NewDivider /> : null}
      {replies === null ? null : <RepliesDivider count={replies} />}
      <MessageView message={message} isCompact={isCompact} {...view} />
    </>
  );
});

/** On a day of which nothing was read, the line is red as well. */
function DayDivider({ ts, isFirstNew }: { ts: string; isFirstNew: boolean }) {
  return (
    <div className={classes(styles.divider, isFirstNew && styles.new)}>
      <span className={styles.day}>{dayLabel(ts, new Date())}</span>
      {isFirstNew ? <span className={styles.label}>New</span> : null}
    </div>
  );
}

function RepliesDivider({ count }: { count: number }) {
  return (
    <div className={styles.replies}>
      <span>{repliesOf(count)}</span>
    </div>
  );
}

function NewDivider() {
  return (
    <div className={classes(styles.divider, styles.new, styles.thin)}>
      <span className={styles.label}>New</span>
    </div>
  );
}
