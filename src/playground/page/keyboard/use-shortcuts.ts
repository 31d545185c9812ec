import { useEffect } from 'react';
import { currentWorkspace } from '../connection/store.js';
import { channelsInOrder, isUnread } from '../shell/channels.js';
import { openDialog, useOverlays } from '../shell/overlays.js';
import { currentRoute, go } from '../shell/route.js';
import { focusRegion } from './regions.js';

/** The keys that work everywhere in the page. */
export function useShortcuts(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const action = actionFor(event);
  if (action === null) return;
  event.preventDefault();
  action();
}

function actionFor(event: KeyboardEvent): (() => void) | null {
  const { key, altKey, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  // A window of the page or of the app is open: its keys are its own.
  if (useOverlays.getState().dialog !== null || (currentWorkspace()?.views.length ?? 0) > 0) return null;
  if (isCommand && key.toLowerCase() === 'k') return () => openDialog({ type: 'switcher' });
  if ((isCommand && key === '/') || (key === '?' && !isTyping(event.target))) return () => openDialog({ type: 'help' });
  if (key === 'F6') return () => focusRegion(shiftKey ? -1 : 1);
  if (!altKey || isCommand) return null;
  if (key === 'ArrowUp') return () => goToNeighbour(-1, shiftKey);
  return key === 'ArrowDown' ? () => goToNeighbour(1, shiftKey) : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The channel before or after this one in the sidebar; around at the end. */
function goToNeighbour(step: 1 | -1, unreadOnly: boolean): void {
  const workspace = currentWorkspace();
  if (workspace === null) return;
  const all = channelsInOrder(workspace);
  const here = all.findIndex(({ id }) => id === currentRoute().channel);
  const others = all.map((_, index) => all[(here + step * (index + 1) + 2 * all.length) % all.length]);
  const next = others.find((channel) => channel !== undefined && (!unreadOnly || isUnread(channel)));
  if (next !== undefined) go({ channel: next.id });
}
