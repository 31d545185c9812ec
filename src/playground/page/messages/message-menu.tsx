import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Message } from '../../server/types.js';
import { useWorkspace } from '../connection/store.js';
import { Menu, MenuItem, MenuSection } from '../controls/menu.js';
import { BoltIcon, BracesIcon, CloseIcon, EditIcon, LinkIcon, MoreIcon, TrashIcon } from '../icons.js';
import { openDialog } from '../shell/overlays.js';
import { copyLink, dismiss, isOwn, runMessageShortcut } from './actions.js';
import { startEditing } from './editing.js';
import styles from './message-toolbar.module.css';

export interface MessageMenuProps {
  message: Message;
  onMenu(isOpen: boolean): void;
}

/** "More actions": the shortcuts of the app, and what Slack itself does with a message. */
export function MessageMenu({ message, onMenu }: MessageMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const open = (isNowOpen: boolean): void => {
    setIsOpen(isNowOpen);
    onMenu(isNowOpen);
  };
  const isForAll = message.ephemeral_to === undefined;
  return (
    <Menu
      label="More actions"
      isOpen={isOpen}
      onOpenChange={open}
      trigger={
        <Button aria-label="More actions" className={styles.trigger ?? ''}>
          <MoreIcon />
        </Button>
      }
    >
      {isForAll ? <Shortcuts message={message} /> : null}
      <MenuSection>
        {isForAll ? <MenuItem name="Copy link" icon={<LinkIcon />} onAction={() => copyLink(message)} /> : null}
        <MenuItem name="Block Kit JSON" icon={<BracesIcon />} onAction={() => openDialog({ type: 'json', message })} />
        {isForAll ? null : <MenuItem name="Dismiss" icon={<CloseIcon />} onAction={() => dismiss(message)} />}
      </MenuSection>
      {isOwn(message) ? (
        <MenuSection>
          <MenuItem name="Edit message" icon={<EditIcon />} aside="E" onAction={() => startEditing(message)} />
          <MenuItem
            name="Delete message…"
            icon={<TrashIcon />}
            aside="Delete"
            isDanger
            onAction={() => openDialog({ type: 'delete', message })}
          />
        </MenuSection>
      ) : null}
    </Menu>
  );
}

function Shortcuts({ message }: { message: Message }) {
  const shortcuts = useWorkspace((workspace) => workspace.shortcuts).filter(({ type }) => type === 'message');
  const appName = useWorkspace(({ bot }) => bot.name);
  if (shortcuts.length === 0) return null;
  return (
    <MenuSection title="Message shortcuts">
      {shortcuts.map(({ callbackId, name, description }) => (
        <MenuItem
          key={callbackId}
          name={name}
          description={description}
          icon={<BoltIcon />}
          aside={appName}
          onAction={() => runMessageShortcut(message, callbackId)}
        />
      ))}
    </MenuSection>
  );
}
