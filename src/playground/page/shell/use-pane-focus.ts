import { useEffect, useRef } from 'react';

/** On a phone, where a pane takes the place of another: the focus goes along, to the way back. Null where all are shown. */
export function usePaneFocus(pane: string | null): void {
  const before = useRef(pane);
  useEffect(() => {
    if (before.current === pane) return;
    before.current = pane;
    if (pane === null) return;
    document.querySelector<HTMLElement>(`[data-region="${pane}"] header button`)?.focus({ preventScroll: true });
  }, [pane]);
}
