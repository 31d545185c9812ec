import { useMemo } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { View } from '../../server/types.js';
import type { BlockKitHost } from '../block-kit/host.js';
import { textOf } from '../block-kit/json-fields.js';
import { request } from '../connection/client.js';
import { useWorkspace } from '../connection/store.js';
import { classes } from '../controls/classes.js';
import { useHost } from '../shell/use-host.js';
import { reportFailure } from '../toasts/report.js';
import { valuesToSend } from './form.js';
import styles from './modal-stack.module.css';
import { type Forms, useForms } from './use-forms.js';
import { ViewWindow } from './view-window.js';

/** The windows that the bot opened for this person, the newest on top. Reads the stack from the store. */
export function ModalStack() {
  const views = useWorkspace((workspace) => workspace.views);
  const forms = useForms();
  const top = views.at(-1);
  if (top === undefined) return null;
  return (
    <ModalOverlay isOpen className={classes(styles.overlay)} onOpenChange={(isOpen) => isOpen || close(top, false)}>
      <Modal className={classes(styles.modal)} data-depth={views.length}>
        <Dialog className={classes(styles.dialog)} aria-label={textOf(top.title) || 'Window of the app'}>
          {views.map((view) => (
            <StackedView key={view.id} view={view} isTop={view === top} forms={forms} />
          ))}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function StackedView({ view, isTop, forms }: { view: View; isTop: boolean; forms: Forms }) {
  const { values } = forms.of(view);
  const plainHost = useHost({ viewId: view.id });
  const host = useMemo<BlockKitHost>(
    () => ({ ...plainHost, act: (use) => plainHost.act({ ...use, values: valuesToSend(view, values) }) }),
    [plainHost, view, values],
  );
  const appName = useWorkspace(({ bot }) => bot.name);
  return (
    <ViewWindow
      view={view}
      appName={appName}
      host={host}
      form={forms.of(view)}
      isTop={isTop}
      onChange={(blockId, actionId, value) => forms.change(view, blockId, actionId, value)}
      onSubmit={() => void forms.submit(view)}
      onClose={() => close(view, false)}
      onCloseAll={() => close(view, true)}
    />
  );
}

function close(view: View, all: boolean): void {
  request('closeView', { viewId: view.id, all }).catch(reportFailure);
}
