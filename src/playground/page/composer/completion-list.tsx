import { Avatar } from '../controls/avatar.js';
import { classes } from '../controls/classes.js';
import { BoltIcon, HashIcon, LockIcon, PeopleIcon } from '../icons.js';
import type { Completion } from './completion.js';
import styles from './completion-list.module.css';

export interface CompletionListProps {
  id: string;
  title: string;
  appName: string;
  completions: readonly Completion[];
  active: number;
  onActive(index: number): void;
  onChoose(completion: Completion): void;
}

/** What fits the word that is typed, above the composer. The focus stays in the text; the arrows choose here. */
export function CompletionList(props: CompletionListProps) {
  const { id, title, appName, completions, active, onActive, onChoose } = props;
  return (
    <div className={styles.popup}>
      <p aria-hidden="true" className={styles.title}>
        {title}
        <span className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> to navigate, <kbd>Tab</kbd> or <kbd>Enter</kbd> to select, <kbd>Esc</kbd> to dismiss
        </span>
      </p>
      <div id={id} role="listbox" aria-label={title} className={styles.list}>
        {completions.map((completion, index) => (
          <div
            key={keyOf(completion)}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes(styles.option, index === active && styles.active)}
            onPointerMove={() => onActive(index)}
            // Before the text loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(completion);
            }}
          >
            <Entry completion={completion} appName={appName} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Entry({ completion, appName }: { completion: Completion; appName: string }) {
  switch (completion.kind) {
    case 'command': {
      const { command, usageHint, description } = completion.command;
      return (
        <>
          <Avatar id="app" name={appName} isApp size={32} />
          <span className={styles.lines}>
            <span>
              <strong>{command}</strong> <span className={styles.quiet}>{usageHint}</span>
            </span>
            <small className={styles.quiet}>{description}</small>
          </span>
          <small className={styles.aside}>{appName}</small>
        </>
      );
    }
    case 'shortcut':
      return (
        <>
          <span className={styles.icon}>
            <BoltIcon />
          </span>
          <span className={styles.lines}>
            <strong>{completion.shortcut.name}</strong>
            <small className={styles.quiet}>{completion.shortcut.description}</small>
          </span>
          <small className={styles.aside}>{appName} shortcut</small>
        </>
      );
    case 'person': {
      const { user, isHere } = completion;
      return (
        <>
          <Avatar id={user.id} name={user.realName} isApp={user.botId !== null} size={20} />
          <strong>{user.realName}</strong> <span className={styles.quiet}>{user.name}</span>
          {user.botId === null ? null : <span className={styles.badge}>APP</span>}
          {isHere ? null : <small className={styles.aside}>Not in channel</small>}
        </>
      );
    }
    case 'broadcast':
      return (
        <>
          <PeopleIcon />
          <strong>@{completion.name}</strong> <span className={styles.quiet}>{completion.description}</span>
        </>
      );
    case 'channel':
      return (
        <>
          {completion.channel.kind === 'private' ? <LockIcon size={16} /> : <HashIcon size={16} />}
          <strong>{completion.channel.name}</strong>
        </>
      );
  }
}

function keyOf(completion: Completion): string {
  switch (completion.kind) {
    case 'command':
      return completion.command.command;
    case 'shortcut':
      return completion.shortcut.callbackId;
    case 'person':
      return completion.user.id;
    case 'broadcast':
      return `@${completion.name}`;
    case 'channel':
      return completion.channel.id;
  }
}
