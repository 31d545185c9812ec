import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './rows.js';

export type List = Virtualizer<HTMLDivElement, HTMLLIElement>;

interface Scrolled {
  scroller: RefObject<HTMLDivElement | null>;
  list: List;
  rows: readonly Row[];
  /** How many items of the list stand above the rows. */
  heads: number;
  target: string | null;
  onAtEnd(isAtEnd: boolean): void;
}

/**
 * Where the list stands: at first at the target, or else at the newest with the line "New" in sight. At the end it
 * stays at the end, also when the composer grows. Gives whether it is there.
 */
export function useScrollPosition({ scroller, list, rows, heads, target, onAtEnd }: Scrolled): boolean {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  // The target that was shown already: new rows come at every message, and do not scroll back to it.
  const shown = useRef<string | null | undefined>(undefined);

  useLayoutEffect(() => {
    if (shown.current === target) return;
    const index = rows.findIndex(({ message }) => message.ts === target);
    if (target === null) showNewest(list, rows, heads);
    else if (index !== -1) list.scrollToIndex(index + heads, { align: 'center' });
    if (target === null || index !== -1) shown.current = target;
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
function showNewest(list: List, rows: readonly Row[], heads: number): void {
  list.scrollToEnd();
  const firstNew = rows.findIndex(({ isFirstNew }) => isFirstNew);
  const shown = Math.floor((list.scrollRect?.height ?? 600) / 60);
  if (firstNew !== -1 && rows.length - firstNew > shown) list.scrollToIndex(firstNew + heads, { align: 'start' });
}
