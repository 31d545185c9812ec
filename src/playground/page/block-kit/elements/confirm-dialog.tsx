import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { textOf } from '../json-fields.js';
import { AnyText } from '../text/any-text.js';
import styles from './confirm-dialog.module.css';
import type { Question } from './use-element.js';

/** Asks whether an element is really to be used; nothing while there is no question. */
export function ConfirmDialog({ question }: { question: Question | null }) {
  if (question === null) return null;
  const { confirm, yes, no } = question;
  const style = confirm.style === 'danger' ? styles.danger : styles.primary;
  return (
    <ModalOverlay isOpen isDismissable className={styles.overlay ?? ''} onOpenChange={no}>
      <Modal className={styles.modal ?? ''}>
        <Dialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {textOf(confirm.title) || 'Are you sure?'}
          </Heading>
          <div className={styles.text}>
            <AnyText value={confirm.text} />
          </div>
          <div className={styles.buttons}>
            <button type="button" className={styles.deny} onClick={no}>
              {textOf(confirm.deny) || 'Cancel'}
            </button>
            <button type="button" className={style} onClick={yes}>
              {textOf(confirm.confirm) || 'OK'}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
