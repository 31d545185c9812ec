import { request } from '../connection/client.js';
import { AskFirst } from '../controls/ask-first.js';
import { reportFailure } from '../toasts/report.js';
import { showToast } from '../toasts/toasts.js';

/** Asks before everything goes back to the beginning. */
export function ResetDialog({ onClose }: { onClose(): void }) {
  const reset = (): void => {
    request('reset', {}).then(() => showToast({ text: 'Back to the beginning' }), reportFailure);
  };
  return (
    <AskFirst title="Reset the playground?" action="Reset" onAction={reset} onClose={onClose}>
      Messages, windows and the switches for trouble go back to how they were at the start, in every window that is
      open.
    </AskFirst>
  );
}
