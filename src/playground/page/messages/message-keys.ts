import type { KeyboardEvent } from 'react';
import type { Message } from '../../server/types.js';
import { openDialog } from '../shell/overlays.js';
import { isOwn, openThread } from './actions.js';
import { startEditing } from './editing.js';

export interface ListKeys {
  /** The index of the row that has the focus, and of the last row. */
  active: number;
  last: number;
  focusRow(index: number): void;
  /** Esc: back to the composer. */
  onLeave(): void;
}

/** The keys of a message that has the focus. */
export function handleMessageKey(event: KeyboardEvent, message: Message, keys: ListKeys): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const action = actionFor(event.key, message, keys);
  if (action === null) return;
  event.preventDefault();
  action();
}

function actionFor(key: string, message: Message, { active, last, focusRow, onLeave }: ListKeys): (() => void) | null {
  switch (key) {
    case 'ArrowUp':
      return () => focusRow(Math.max(0, active - 1));
    case 'ArrowDown':
      return active === last ? onLeave : () => focusRow(active + 1);
    case 'Home':
      return () => focusRow(0);
    case 'End':
      return () => focusRow(last);
    case 'Escape':
      return onLeave;
    case 't':
    case 'T':
    case 'ArrowRight':
      return message.ephemeral_to === undefined ? () => openThread(message) : null;
    case 'e':
    case 'E':
      return isOwn(message) ? () => startEditing(message) : null;
    case 'Delete':
    case 'Backspace':
      return isOwn(message) ? () => openDialog({ type: 'delete', message }) : null;
    default:
      return null;
  }
}
