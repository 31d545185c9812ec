import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { NumberedExchange } from '../../protocol.js';
import { classes } from '../controls/classes.js';
import { ArrowDownIcon } from '../icons.js';
import styles from './exchange-list.module.css';
import { ExchangeRow } from './exchange-row.js';

const rowHeight = 30;
/** How close to the end the list still follows what is new, in pixels. */
const slack = 8;

export interface ExchangeListProps {
  /** Oldest first. */
  exchanges: readonly NumberedExchange[];
  /** The number of the one that is shown below; null for none. */
  selected: number | null;
  onSelect(number: number | null): void;
  loadOlder(): void;
}

/** The newest at the bottom; it follows them while the end is in sight. Arrows choose one and Esc none. */
export function ExchangeList({ exchanges, selected, onSelect, loadOlder }: ExchangeListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const rows = useVirtualizer({
    count: exchanges.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => exchanges[index]?.number ?? index,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const isStartInSight = exchanges.length === 0 || items[0]?.index === 0;
  useEffect(() => {
    if (isStartInSight) loadOlder();
  }, [isStartInSight, loadOlder]);
  useSteadyScroll(list, exchanges, isAtEnd);

  function choose(index: number): void {
    const exchange = exchanges[Math.min(Math.max(index, 0), exchanges.length - 1)];
    if (exchange === undefined) return;
    onSelect(exchange.number);
    rows.scrollToIndex(exchanges.indexOf(exchange), { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = exchanges.findIndex(({ number }) => number === selected);
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    if (step !== undefined) choose(index === -1 ? exchanges.length - 1 : index + step);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(exchanges.length - 1);
    else return;
    event.preventDefault();
  }

  /** A second click closes it again. */
  function onClick({ target }: MouseEvent): void {
    const number = Number((target as Element).closest<HTMLElement>('[data-number]')?.dataset.number ?? 0);
    if (number === 0) return;
    onSelect(number === selected ? null : number);
    // A row leaves the document when it is out of sight, and would take the focus along.
    list.current?.focus();
  }

  function onScroll(): void {
    const element = list.current;
    if (element === null) return;
    setIsAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight <= slack);
  }

  return (
    <div className={styles.frame}>
      <div
        ref={list}
        role="listbox"
        aria-label="Requests"
        aria-activedescendant={selected === null ? undefined : rowId(selected)}
        tabIndex={0}
        className={styles.list}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onScroll={onScroll}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map(({ key, index, start }) => {
            const exchange = exchanges[index];
            return exchange === undefined ? null : (
              <ExchangeRow
                key={key}
                id={rowId(exchange.number)}
                exchange={exchange}
                position={index + 1}
                count={exchanges.length}
                isSelected={exchange.number === selected}
                top={start}
                height={rowHeight}
              />
            );
          })}
        </div>
      </div>
      {isAtEnd || exchanges.length === 0 ? null : (
        <button
          type="button"
          className={classes(styles.newest)}
          onClick={() => rows.scrollToIndex(exchanges.length - 1)}
        >
          <ArrowDownIcon size={14} /> Newest
        </button>
      )}
    </div>
  );
}

function rowId(number: number): string {
  return `exchange-${number}`;
}

/** Follows the end while it is in sight; otherwise what one reads stays where it is when older ones come above it. */
function useSteadyScroll(
  list: RefObject<HTMLDivElement | null>,
  exchanges: readonly NumberedExchange[],
  isAtEnd: boolean,
): void {
  const before = useRef(exchanges);
  useLayoutEffect(() => {
    const element = list.current;
    const first = before.current[0]?.number;
    before.current = exchanges;
    if (element === null) return;
    const added = first === undefined ? 0 : exchanges.findIndex(({ number }) => number >= first);
    if (isAtEnd) element.scrollTop = element.scrollHeight;
    else if (added > 0) element.scrollTop += added * rowHeight;
  }, [list, exchanges, isAtEnd]);
}
