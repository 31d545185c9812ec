import { request } from '../connection/client.js';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { reportFailure } from '../toasts/report.js';
import { showToast } from '../toasts/toasts.js';

/** Asks before everything goes back to the beginning. */
export function ResetDialog({ onClose }: { onClose(): void }) {
  const reset = (): void => {
    onClose();
    request('reset', {}).then(() => showToast({ text: 'Back to the beginning' }), reportFailure);
  };
  return (
    <Dialog
      isAlert
      title="Reset the playground?"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="danger" onPress={reset}>
            Reset
          </Button>
        </>
      }
    >
      Messages, windows and the switches for trouble go back to how they were at the start, in every window that is
      open.
    </Dialog>
  );
}
