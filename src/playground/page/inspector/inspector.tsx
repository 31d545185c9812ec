import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Dialog, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { classes } from '../controls/classes.js';
import { IconButton } from '../controls/icon-button.js';
import { CloseIcon } from '../icons.js';
import { useIsPhone } from '../shell/media.js';
import { ExchangesPanel } from './exchanges-panel.js';
import styles from './inspector.module.css';
import { TroublePanel } from './trouble-panel.js';

export interface InspectorProps {
  open: boolean;
  onClose(): void;
}

/** What Slack and the bot say to each other, and switches for trouble: a drawer at the side, on a phone over all. */
export function Inspector({ open, onClose }: InspectorProps) {
  const isPhone = useIsPhone();
  if (!open) return null;
  if (!isPhone) return <Drawer onClose={onClose} />;
  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => isOpen || onClose()} className={classes(styles.sheet)}>
      <Modal className={classes(styles.modal)}>
        <Dialog aria-label="Inspector" className={classes(styles.inside)}>
          <Content onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the focus when it opens and gives it back; the page beside it stays in use. */
function Drawer({ onClose }: Pick<InspectorProps, 'onClose'>) {
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }

  return (
    <aside ref={drawer} aria-label="Inspector" tabIndex={-1} className={styles.drawer} onKeyDown={onKeyDown}>
      <Content onClose={onClose} />
    </aside>
  );
}

function Content({ onClose }: Pick<InspectorProps, 'onClose'>) {
  return (
    <Tabs className={classes(styles.inside)}>
      <header className={styles.header}>
        <TabList aria-label="Inspector" className={classes(styles.tabs)}>
          <Tab id="requests" className={classes(styles.tab)}>
            Requests
          </Tab>
          <Tab id="trouble" className={classes(styles.tab)}>
            Trouble
          </Tab>
        </TabList>
        <IconButton label="Close the inspector" keys="Esc" onPress={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      <TabPanel id="requests" className={classes(styles.panel)}>
        <ExchangesPanel />
      </TabPanel>
      <TabPanel id="trouble" className={classes(styles.panel)}>
        <TroublePanel />
      </TabPanel>
    </Tabs>
  );
}
