import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { classes } from '../controls/classes.js';
import { HashIcon, LockIcon } from '../icons.js';
import { isUnread, partnerOf } from '../shell/channels.js';
import { usePerson } from '../shell/people.js';
import { go } from '../shell/route.js';
import { type Destination, destinationsFor } from './destinations.js';
import styles from './quick-switcher.module.css';

/** Ctrl+K: type a few letters, Enter goes there. */
export function QuickSwitcher({ onClose }: { onClose(): void }) {
  const directory = useWorkspace(useShallow(({ channels, bot, users, me }) => ({ channels, bot, users, me })));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const found = destinationsFor(typed, directory);
  const index = Math.min(active, found.length - 1);
  const choose = (destination: Destination | undefined): void => {
    if (destination === undefined) return;
    onClose();
    go({ channel: destination.channel.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((index + step + found.length) % found.length);
    else if (event.key === 'Enter') choose(found[index]);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className={classes(styles.overlay)}
    >
      <Modal className={classes(styles.modal)}>
        <AriaDialog aria-label="Jump to a channel or person" className={classes(styles.dialog)}>
          <input
            role="combobox"
            // biome-ignore lint/a11y/noAutofocus: the window is there to type into
            autoFocus
            aria-label="Channel or person"
            aria-expanded={found.length > 0}
            aria-controls={id}
            aria-activedescendant={found.length > 0 ? `${id}-${index}` : undefined}
            aria-autocomplete="list"
            placeholder="Where to?"
            autoComplete="off"
            className={styles.input}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div id={id} role="listbox" aria-label="Channels and people" className={styles.list}>
            {found.map((destination, at) => (
              <div
                key={destination.channel.id}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === index}
                className={classes(styles.option, at === index && styles.active)}
                onPointerMove={() => setActive(at)}
                onPointerUp={() => choose(destination)}
              >
                <Entry destination={destination} me={directory.me.id} />
              </div>
            ))}
          </div>
          {found.length === 0 ? <p className={styles.none}>No channel or person is called “{typed}”</p> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Entry({ destination: { channel, title }, me }: { destination: Destination; me: string }) {
  const partner = usePerson(partnerOf(channel, me));
  const sign = channel.kind === 'private' ? <LockIcon size={16} /> : <HashIcon size={16} />;
  return (
    <>
      <span className={styles.sign}>{channel.kind === 'im' ? <Avatar {...partner} size={20} /> : sign}</span>
      <span className={classes(isUnread(channel) && styles.unread)}>{title}</span>
      <small className={styles.aside}>{channel.topic}</small>
    </>
  );
}
