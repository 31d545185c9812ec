import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../controls/classes.js';
import { ArrowDownIcon } from '../icons.js';
import { ListItem } from './list-item.js';
import { handleMessageKey } from './message-keys.js';
import styles from './message-list.module.css';
import { MessageRow } from './message-row.js';
import type { Row } from './rows.js';
import { showRow } from './show-row.js';
import { dayLabel } from './times.js';
import { useScrollPosition } from './use-scroll-position.js';

export interface MessageListProps {
  /** The accessible name, `Messages in #web-ops`. */
  label: string;
  rows: readonly Row[];
  place: 'channel' | 'thread';
  /** Above the first row, once nothing older is left. */
  beginning: ReactNode;
  hasMore: boolean;
  onOlder(): void;
  /** The ts of a message to show and to mark. */
  target: string | null;
  onAtEnd(isAtEnd: boolean): void;
  /** Something came that this person has not seen. */
  hasUnread: boolean;
  /** Esc on a message. */
  onLeave(): void;
}

/** So many pixels from the end count as being there. */
const endThreshold = 60;
const estimatedHeight = 56;
/** Older messages are asked for when this few are left above. */
const olderWithin = 12;
/** Before the list has scrolled to its end, its first rows are the ones in sight. */
const olderWithinPixels = 2_000;

/** The messages, of which only those in sight are in the document. It stays at the newest unless one scrolls up. */
export function MessageList(props: MessageListProps) {
  const { label, rows, place, beginning, hasMore, onOlder, target, onAtEnd, hasUnread, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [activeTs, setActiveTs] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const heads = hasMore || beginning === null ? 0 : 1;
  const found = rows.findIndex(({ message }) => message.ts === activeTs);
  const active = found === -1 ? rows.length - 1 : found;

  const list = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: rows.length + heads,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (index) => rows[index - heads]?.message.ts ?? 'beginning',
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: endThreshold,
    overscan: 6,
    paddingEnd: 20,
    // It moves the items itself, so that scrolling renders only when others come into sight.
    directDomUpdates: true,
    // By `top`: a sticky toolbar knows nothing of transforms.
    directDomUpdatesMode: 'position',
    // The row that has the focus stays in the document while it is out of sight.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), hasFocus ? active + heads : null),
  });
  // Of the newest rows, also for those who ask some frames later.
  const latest = useRef({ rows, heads });
  useLayoutEffect(() => {
    latest.current = { rows, heads };
  });
  const indexOf = (ts: string): number => {
    const index = latest.current.rows.findIndex(({ message }) => message.ts === ts);
    return index === -1 ? -1 : index + latest.current.heads;
  };
  const items = list.getVirtualItems();
  const isAtEnd = useScrollPosition({ scroller, list, rows, indexOf, target, onAtEnd });
  const first = items[0]?.index ?? 0;
  useEffect(() => {
    const isNearTop = first < olderWithin && (scroller.current?.scrollTop ?? 0) < olderWithinPixels;
    if (hasMore && isNearTop) onOlder();
  }, [hasMore, first, onOlder]);

  const focusRow = (index: number): void => {
    const ts = rows[index]?.message.ts;
    if (ts === undefined) return;
    setActiveTs(ts);
    const focus = (item: HTMLElement): void =>
      item.querySelector<HTMLElement>('[data-ts]')?.focus({ preventScroll: true });
    showRow({ list, ts, indexOf: () => indexOf(ts), block: 'nearest', done: focus });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.ts !== undefined;
    if (isOnRow && row !== undefined) {
      handleMessageKey(event, row.message, { active, last: rows.length - 1, focusRow, onLeave });
    }
  };

  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller}>
        <ul
          aria-label={label}
          ref={list.containerRef}
          className={classes(styles.list, place === 'channel' && styles.channel)}
          onKeyDown={onKeyDown}
          onFocus={() => setHasFocus(true)}
          onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHasFocus(false)}
        >
          {items.map(({ key, index }) => {
            const row = rows[index - heads];
            const at = { index, of: hasMore ? -1 : rows.length + heads };
            return row === undefined ? (
              <ListItem key={key} at={at} measure={list.measureElement}>
                {beginning}
              </ListItem>
            ) : (
              <ListItem key={key} at={at} measure={list.measureElement}>
                <MessageRow
                  row={row}
                  place={place}
                  isTarget={row.message.ts === target}
                  isTabStop={index - heads === active}
                  onActive={setActiveTs}
                />
              </ListItem>
            );
          })}
        </ul>
      </div>
      {place === 'thread' ? null : <DayInSight row={rows[(list.range?.startIndex ?? 0) - heads]} />}
      {isAtEnd ? null : (
        <button type="button" className={styles.toEnd} onClick={() => list.scrollToEnd()}>
          <ArrowDownIcon size={14} />
          {hasUnread ? 'New messages' : 'Latest messages'}
        </button>
      )}
    </div>
  );
}

/** The day of the first message in sight, unless it says so itself. */
function DayInSight({ row }: { row: Row | undefined }) {
  if (row === undefined || row.startsDay || row.replies !== null) return null;
  return (
    <div aria-hidden="true" className={styles.day}>
      {dayLabel(row.message.ts, new Date())}
    </div>
  );
}

function withIndex(indexes: number[], also: number | null): number[] {
  if (also === null || indexes.includes(also)) return indexes;
  return [...indexes, also].sort((one, other) => one - other);
}
