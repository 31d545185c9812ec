import { useState } from 'react';
import type { Message } from '../../server/types.js';
import { MessageBody } from '../block-kit/message-body.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { classes } from '../controls/classes.js';
import { EyeIcon } from '../icons.js';
import { usePerson } from '../shell/people.js';
import { useHost } from '../shell/use-host.js';
import { dismiss } from './actions.js';
import { EditMessage } from './edit-message.js';
import { useEditing } from './editing.js';
import styles from './message.module.css';
import { MessageToolbar } from './message-toolbar.js';
import { Reactions } from './reactions.js';
import { ThreadBar } from './thread-bar.js';
import { fullTimeOf, shortTimeOf, timeOf } from './times.js';

/** A menu that closed gives the focus back to its button, which has to be there still. */
const focusReturnsMs = 150;

export interface MessageViewProps {
  message: Message;
  /** Without avatar and name. */
  isCompact: boolean;
  place: 'channel' | 'thread';
  isTarget: boolean;
  /** In a list, whether it is the message that Tab stops at. */
  isTabStop?: boolean;
  /** It, or something in it, took the focus. */
  onActive?(ts: string): void;
}

/** A message as Slack shows it. Its toolbar is there while the pointer or the focus is on it. */
export function MessageView({ message, isCompact, place, isTarget, isTabStop, onActive }: MessageViewProps) {
  const { ts, channel, ephemeral_to: reader } = message;
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const isEditing = useEditing((state) => state.ts === ts);
  const host = useHost({ channel, ts });
  const isMention = useWorkspace(({ me }) => message.text.includes(`<@${me.id}>`));
  const isEphemeral = reader !== undefined;
  const onMenu = (isOpen: boolean): void => {
    if (isOpen) setIsMenuOpen(true);
    else setTimeout(() => setIsMenuOpen(false), focusReturnsMs);
  };
  const hasToolbar = !isEditing && (isPointedAt || hasFocus || isMenuOpen);
  return (
    <article
      data-ts={ts}
      aria-labelledby={`who-${ts} body-${ts}`}
      tabIndex={isTabStop === undefined ? undefined : isTabStop ? 0 : -1}
      className={classes(
        styles.message,
        isCompact && styles.compact,
        isEphemeral && styles.ephemeral,
        isMention && styles.mention,
        isEditing && styles.editing,
        isTarget && styles.target,
        isMenuOpen && styles.active,
      )}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      // Not for a click into the message, after which the pointer may be elsewhere.
      onFocus={(event) => {
        setHasFocus(event.target.matches(':focus-visible'));
        onActive?.(ts);
      }}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHasFocus(false)}
    >
      {isEphemeral ? <OnlyYou message={message} /> : null}
      <Author message={message} isCompact={isCompact} />
      <div className={styles.content}>
        {isEditing ? (
          <EditMessage message={message} />
        ) : (
          <div id={`body-${ts}`} className={styles.body}>
            <MessageBody message={message} host={host} />
          </div>
        )}
        <Reactions message={message} />
        {place === 'channel' ? <ThreadBar message={message} /> : null}
      </div>
      {hasToolbar ? <MessageToolbar message={message} place={place} onMenu={onMenu} /> : null}
    </article>
  );
}

function OnlyYou({ message }: { message: Message }) {
  return (
    <p className={styles.onlyYou}>
      <EyeIcon size={14} />
      Only visible to you
      <button type="button" className={styles.dismiss} onClick={() => dismiss(message)}>
        Dismiss
      </button>
    </p>
  );
}

/** Who wrote it and when. Of a compact message only the time is seen, while the pointer is on it. */
function Author({ message: { ts, user }, isCompact }: { message: Message; isCompact: boolean }) {
  const person = usePerson(user);
  const { id, name, isApp } = person;
  const time = (
    <time
      className={styles.time}
      dateTime={new Date(Number(ts) * 1000).toISOString()}
      data-tip={fullTimeOf(ts, new Date())}
    >
      {isCompact ? shortTimeOf(ts) : timeOf(ts)}
    </time>
  );
  if (isCompact) {
    return (
      <div id={`who-${ts}`} className={styles.gutter}>
        <span className="visually-hidden">{name}</span>
        {time}
      </div>
    );
  }
  return (
    <>
      <div className={styles.gutter}>
        <Avatar id={id} name={name} isApp={isApp} size={36} />
      </div>
      <div id={`who-${ts}`} className={styles.who}>
        <span className={styles.name}>{name}</span>
        {isApp ? <span className={styles.badge}>APP</span> : null}
        {time}
      </div>
    </>
  );
}
