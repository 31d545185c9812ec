import { create } from 'zustand';
import type { Message } from '../../server/types.js';

/** The one window of the page itself that is open. */
export type OpenDialog =
  | { type: 'switcher' }
  | { type: 'help' }
  | { type: 'reset' }
  | { type: 'members'; channel: string }
  | { type: 'delete'; message: Message }
  | { type: 'json'; message: Message };

interface Overlays {
  dialog: OpenDialog | null;
  isInspectorOpen: boolean;
}

export const useOverlays = create<Overlays>(() => ({ dialog: null, isInspectorOpen: false }));

export function openDialog(dialog: OpenDialog): void {
  useOverlays.setState({ dialog });
}

/** The focus goes back by itself, except where it came from a message's toolbar, which is gone by then. */
export function closeDialog(): void {
  const { dialog } = useOverlays.getState();
  useOverlays.setState({ dialog: null });
  if (dialog === null || !('message' in dialog)) return;
  const { ts } = dialog.message;
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-ts="${ts}"]`)?.focus({ preventScroll: true });
  }, 50);
}

export function toggleInspector(): void {
  useOverlays.setState(({ isInspectorOpen }) => ({ isInspectorOpen: !isInspectorOpen }));
}
