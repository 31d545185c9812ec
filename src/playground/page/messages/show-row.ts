import type { List } from './use-scroll-position.js';

interface Shown {
  list: List;
  ts: string;
  /** Where the row is in the list now; -1 when it is gone. Older history may come in front of it meanwhile. */
  indexOf(): number;
  block: 'nearest' | 'center';
  /** What to do with it once it is there. */
  done?(row: HTMLElement): void;
}

/** A row that is far away is in the document some frames after the list went there. */
const patienceFrames = 60;

/** Scrolls to a row, also when it is not in the document yet. */
export function showRow(shown: Shown, frames = patienceFrames): void {
  const { list, ts, indexOf, block, done } = shown;
  const row = list.elementsCache.get(ts);
  if (row?.isConnected) {
    list.cancelScroll();
    row.scrollIntoView({ block });
    done?.(row);
    return;
  }
  const index = indexOf();
  if (index === -1 || frames === 0) return;
  list.scrollToIndex(index, { align: block === 'center' ? 'center' : 'auto' });
  requestAnimationFrame(() => showRow(shown, frames - 1));
}
