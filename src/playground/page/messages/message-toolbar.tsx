import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Message } from '../../server/types.js';
import { emojiSign } from '../block-kit/text/emoji.js';
import { IconButton } from '../controls/icon-button.js';
import { Menu, MenuItem } from '../controls/menu.js';
import { CheckIcon, EyeIcon, ReactionIcon, ThreadIcon } from '../icons.js';
import { openThread, react } from './actions.js';
import { MessageMenu } from './message-menu.js';
import styles from './message-toolbar.module.css';

export interface MessageToolbarProps {
  message: Message;
  place: 'channel' | 'thread';
  /** A menu of it opened or closed. */
  onMenu(isOpen: boolean): void;
}

const quick = [
  { name: 'white_check_mark', icon: <CheckIcon /> },
  { name: 'eyes', icon: <EyeIcon /> },
];
const offered = [
  'white_check_mark',
  'eyes',
  'raised_hands',
  '+1',
  '-1',
  'heart',
  'tada',
  'joy',
  'thinking_face',
  'pray',
  'fire',
  'rotating_light',
];

/** What floats over a message that the pointer or the focus is on. */
export function MessageToolbar({ message, place, onMenu }: MessageToolbarProps) {
  const isForAll = message.ephemeral_to === undefined;
  return (
    <div className={styles.track}>
      <div role="toolbar" aria-label="Message actions" className={styles.toolbar}>
        {isForAll ? <ForAll message={message} place={place} onMenu={onMenu} /> : null}
        <MessageMenu message={message} onMenu={onMenu} />
      </div>
    </div>
  );
}

function ForAll({ message, place, onMenu }: MessageToolbarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const open = (isNowOpen: boolean): void => {
    setIsOpen(isNowOpen);
    onMenu(isNowOpen);
  };
  return (
    <>
      {quick.map(({ name, icon }) => (
        <IconButton key={name} label={`React with :${name}:`} onPress={() => react(message, name)}>
          {icon}
        </IconButton>
      ))}
      <Menu
        label="Reactions"
        isOpen={isOpen}
        onOpenChange={open}
        trigger={
          <Button aria-label="Add reaction" className={styles.trigger ?? ''}>
            <ReactionIcon />
          </Button>
        }
      >
        {offered.map((name) => (
          <MenuItem
            key={name}
            name={name.replaceAll('_', ' ')}
            icon={emojiSign(name)}
            onAction={() => react(message, name)}
          />
        ))}
      </Menu>
      {place === 'channel' ? (
        <IconButton label="Reply in thread" keys="T" onPress={() => openThread(message)}>
          <ThreadIcon />
        </IconButton>
      ) : null}
    </>
  );
}
