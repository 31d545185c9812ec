import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { classes } from '../controls/classes.js';
import { ArrowDownIcon } from '../icons.js';
import { ListItem } from './list-item.js';
import { handleMessageKey } from './message-keys.js';
import styles from './message-list.module.css';
import { MessageRow } from './message-row.js';
import type { Row } from './rows.js';
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
  /** Esc on a message. */
  onLeave(): void;
}

/** So many pixels from the end count as being there. */
const endThreshold = 60;
const estimatedHeight = 56;
/** Older messages are asked for when this few are left above. */
const olderWithin = 12;

/** The messages, of which only those in sight are in the document. It stays at the newest unless one scrolls up. */
export function MessageList(props: MessageListProps) {
  const { label, rows, place, beginning, hasMore, onOlder, target, onAtEnd, onLeave } = props;
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
  const items = list.getVirtualItems();
  const isAtEnd = useScrollPosition({ scroller, list, rows, heads, target, onAtEnd });
  const first = items[0]?.index ?? 0;
  useEffect(() => {
    if (hasMore && first < olderWithin) onOlder();
  }, [hasMore, first, onOlder]);

  const focusRow = (index: number): void => {
    const ts = rows[index]?.message.ts;
    if (ts === undefined) return;
    setActiveTs(ts);
    list.scrollToIndex(index + heads, { align: 'auto' });
    requestAnimationFrame(() => list.elementsCache.get(ts)?.focus({ preventScroll: true }));
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
          onBlur={() => setHasFocus(false)}
        >
          {items.map(({ key, index }) => {
            const row = rows[index - heads];
            const at = { index, of: hasMore ? -1 : rows.length + heads };
            return row === undefined ? (
              <ListItem key={key} at={at} measure={list.measureElement}>
                {beginning}
              </ListItem>
            ) : (
              <ListItem
                key={key}
                at={at}
                measure={list.measureElement}
                ts={row.message.ts}
                isTabStop={index - heads === active}
                onFocus={setActiveTs}
              >
                <MessageRow row={row} place={place} isTarget={row.message.ts === target} />
              </ListItem>
            );
          })}
        </ul>
      </div>
      {place === 'thread' ? null : <DayInSight row={rows[(list.range?.startIndex ?? 0) - heads]} />}
      {isAtEnd ? null : (
        <button type="button" className={styles.toEnd} onClick={() => list.scrollToEnd()}>
          <ArrowDownIcon size={14} />
          Latest messages
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
