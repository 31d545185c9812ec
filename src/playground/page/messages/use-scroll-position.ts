import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './rows.js';
import { showRow } from './show-row.js';

export type List = Virtualizer<HTMLDivElement, HTMLLIElement>;

interface Scrolled {
  scroller: RefObject<HTMLDivElement | null>;
  list: List;
  rows: readonly Row[];
  /** Where the row of a message is in the list now, -1 when it is not. */
  indexOf(ts: string): number;
  target: string | null;
  onAtEnd(isAtEnd: boolean): void;
}

/**
 * Where the list stands: at first at the target, or else at the newest with the line "New" in sight. At the end it
 * stays at the end, also when the composer grows. Gives whether it is there.
 */
export function useScrollPosition({ scroller, list, rows, indexOf, target, onAtEnd }: Scrolled): boolean {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  // The target that was shown already: new rows come at every message, and do not scroll back to it.
  const shown = useRef<string | null | undefined>(undefined);

  useLayoutEffect(() => {
    const isFirst = shown.current === undefined;
    if (shown.current === target || (target !== null && indexOf(target) === -1)) return;
    shown.current = target;
    if (target !== null) showRow({ list, ts: target, indexOf: () => indexOf(target), block: 'center' });
    else if (isFirst) showNewest(list, rows, indexOf);
  });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      wasAtEnd.current = list.isAtEnd();
      setIsAtEnd(wasAtEnd.current);
    };
    const resized = new ResizeObserver(() => {
      if (wasAtEnd.current) list.scrollToEnd();
    });
    element.addEventListener('scroll', look, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, list]);

  useEffect(() => onAtEnd(isAtEnd), [isAtEnd, onAtEnd]);
  return isAtEnd;
}

/** The newest, unless the line "New" would be above the first message in sight. */
function showNewest(list: List, rows: readonly Row[], indexOf: Scrolled['indexOf']): void {
  list.scrollToEnd();
  const firstNew = rows.findIndex(({ isFirstNew }) => isFirstNew);
  const ts = rows[firstNew]?.message.ts;
  const inSight = Math.floor((list.scrollRect?.height ?? 600) / 60);
  if (ts !== undefined && rows.length - firstNew > inSight) list.scrollToIndex(indexOf(ts), { align: 'start' });
}
