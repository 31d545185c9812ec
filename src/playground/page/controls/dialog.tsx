import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { CloseIcon } from '../icons.js';
import { classes } from './classes.js';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.js';

export interface DialogProps {
  title: string;
  onClose(): void;
  /** A question that has to be answered. */
  isAlert?: boolean;
  /** Wide enough for tables and code. */
  isWide?: boolean;
  children: ReactNode;
  /** The buttons below, the main one last. */
  buttons?: ReactNode;
}

/** A window of the page itself, over everything: keeps the focus inside and gives it back. Esc closes. */
export function Dialog({ title, onClose, isAlert = false, isWide = false, children, buttons }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className={classes(styles.overlay)}
    >
      <Modal className={classes(styles.modal, isWide && styles.wide)}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={classes(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={classes(styles.title)}>
              {title}
            </Heading>
            <IconButton label="Close" onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </header>
          <div className={styles.body}>{children}</div>
          {buttons === undefined ? null : <footer className={styles.footer}>{buttons}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
