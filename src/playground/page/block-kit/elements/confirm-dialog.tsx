import { Button } from '../../controls/button.js';
import { Dialog } from '../../controls/dialog.js';
import { textOf } from '../json-fields.js';
import { AnyText } from '../text/any-text.js';
import type { Question } from './use-element.js';

/** Asks whether an element is really to be used; nothing while there is no question. */
export function ConfirmDialog({ question }: { question: Question | null }) {
  if (question === null) return null;
  const { confirm, yes, no } = question;
  const buttons = (
    <>
      <Button onPress={no}>{textOf(confirm.deny) || 'Cancel'}</Button>
      <Button look={confirm.style === 'danger' ? 'danger' : 'primary'} onPress={yes}>
        {textOf(confirm.confirm) || 'OK'}
      </Button>
    </>
  );
  return (
    <Dialog isAlert title={textOf(confirm.title) || 'Are you sure?'} onClose={no} buttons={buttons}>
      <AnyText value={confirm.text} />
    </Dialog>
  );
}
