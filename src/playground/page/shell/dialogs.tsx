import { useWorkspace } from '../connection/store.js';
import { Dialog } from '../controls/dialog.js';
import { BlockJson } from '../inspector/block-json.js';
import { HelpDialog } from '../keyboard/help-dialog.js';
import { QuickSwitcher } from '../keyboard/quick-switcher.js';
import { DeleteDialog } from '../messages/delete-dialog.js';
import { MembersDialog } from './members-dialog.js';
import { closeDialog, useOverlays } from './overlays.js';
import { ResetDialog } from './reset-dialog.js';

/** The one window of the page itself that is open, if any. */
export function Dialogs() {
  const dialog = useOverlays((state) => state.dialog);
  const channels = useWorkspace((workspace) => workspace.channels);
  switch (dialog?.type) {
    case undefined:
      return null;
    case 'switcher':
      return <QuickSwitcher onClose={closeDialog} />;
    case 'help':
      return <HelpDialog onClose={closeDialog} />;
    case 'reset':
      return <ResetDialog onClose={closeDialog} />;
    case 'delete':
      return <DeleteDialog message={dialog.message} onClose={closeDialog} />;
    case 'json':
      return (
        <Dialog title="Block Kit JSON" isWide onClose={closeDialog}>
          <BlockJson message={dialog.message} />
        </Dialog>
      );
    case 'members': {
      const channel = channels.find(({ id }) => id === dialog.channel);
      return channel === undefined ? null : <MembersDialog channel={channel} onClose={closeDialog} />;
    }
  }
}
