import type { ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

export interface AskFirstProps {
  title: string;
  /** What the button says that does it. */
  action: string;
  onAction(): void;
  onClose(): void;
  children: ReactNode;
}

/** Asks before something is done that cannot be undone; closes first, then does it. */
export function AskFirst({ title, action, onAction, onClose, children }: AskFirstProps) {
  const act = (): void => {
    onClose();
    onAction();
  };
  return (
    <Dialog
      isAlert
      title={title}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="danger" onPress={act}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
