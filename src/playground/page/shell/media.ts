import { useSyncExternalStore } from 'react';

/** Below this width one pane is shown at a time; the style sheets say the same. */
const phone = '(max-width: 719px)';

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone);
}

export function isPhone(): boolean {
  return window.matchMedia(phone).matches;
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(phone);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
