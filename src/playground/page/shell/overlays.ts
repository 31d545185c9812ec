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

export function closeDialog(): void {
  useOverlays.setState({ dialog: null });
}

export function toggleInspector(): void {
  useOverlays.setState(({ isInspectorOpen }) => ({ isInspectorOpen: !isInspectorOpen }));
}
