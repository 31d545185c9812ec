import { useSyncExternalStore } from 'react';

/** What this window shows. It stands in the address after `#`, so that links, reload and the browser's back button work. */
export interface Route {
  /** Null on a phone before one is chosen: the list of channels. */
  channel: string | null;
  /** Of the app's DM, its Home tab or its messages. */
  tab: 'messages' | 'home';
  /** The ts of the parent of the thread that is open. */
  thread: string | null;
  /** The ts of a message to show and to mark: where a copied link leads. */
  target: string | null;
}

const nowhere: Route = { channel: null, tab: 'messages', thread: null, target: null };

/** `#/C01`, `#/D01/home`, `#/C01/thread/1700000000.000100`, `#/C01/p/1700000000.000100`; anything else is nowhere. */
export function routeOf(hash: string): Route {
  const [, channel = '', kind, ts] = hash.replace(/^#/, '').split('/');
  if (channel === '') return nowhere;
  if (kind === 'home') return { ...nowhere, channel, tab: 'home' };
  const isTs = ts !== undefined && /^\d+\.\d+$/.test(ts);
  if (kind === 'thread' && isTs) return { ...nowhere, channel, thread: ts };
  if (kind === 'p' && isTs) return { ...nowhere, channel, target: ts };
  return { ...nowhere, channel };
}

/** The other way round. */
export function hashOf({ channel, tab, thread, target }: Route): string {
  if (channel === null) return '#/';
  if (tab === 'home') return `#/${channel}/home`;
  if (thread !== null) return `#/${channel}/thread/${thread}`;
  return target === null ? `#/${channel}` : `#/${channel}/p/${target}`;
}

/** Goes somewhere; what is not said is as in a channel without thread. `replace` leaves no step to go back to. */
export function go(to: Partial<Route>, { replace = false } = {}): void {
  const hash = hashOf({ ...nowhere, ...to });
  if (hash === window.location.hash) return;
  if (replace) {
    window.history.replaceState(null, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = hash;
  }
}

/** Puts whose window it is into the address, so that it stays the same one when the page is loaded again. */
export function keepPerson(name: string): void {
  const url = new URL(window.location.href);
  if (url.searchParams.has('as')) return;
  url.searchParams.set('as', name);
  window.history.replaceState(null, '', url);
}

/** The route now, outside of rendering. */
export function currentRoute(): Route {
  return routeOf(window.location.hash);
}

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
