import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageChannel } from '../../protocol.js';
import { currentWorkspace, useWorkspace } from '../connection/store.js';
import { classes } from '../controls/classes.js';
import { IconButton } from '../controls/icon-button.js';
import { SendIcon } from '../icons.js';
import { editLastOwn } from '../messages/editing.js';
import { type Completion, commandIn, completed, type Trigger, wordFor } from './completion.js';
import { CompletionList } from './completion-list.js';
import styles from './composer.module.css';
import { draftKey, draftOf, setDraft, useDrafts } from './drafts.js';
import { Formatting } from './formatting.js';
import { GrowingTextArea } from './growing-text-area.js';
import { PlusMenu } from './plus-menu.js';
import { runGlobalShortcut, send } from './send.js';
import { SuggestionChips } from './suggestion-chips.js';
import { useCompletion } from './use-completion.js';

export interface ComposerProps {
  channel: PageChannel;
  threadTs: string | null;
  /** The accessible name and the grey text: `Message #web-ops`. */
  label: string;
  /** Takes the focus when it appears. */
  takesFocus: boolean;
  onEscape?(): void;
}

const titles = { command: 'Commands and shortcuts', person: 'People', channel: 'Channels' } as const;

/** Where messages and commands are typed. Enter sends, Shift+Enter makes a new line, Up edits the last message. */
export function Composer({ channel, threadTs, label, takesFocus, onEscape }: ComposerProps) {
  const key = draftKey(channel.id, threadTs);
  const text = useDrafts(({ drafts }) => drafts[key] ?? '');
  const [cursor, setCursor] = useState(text.length);
  const area = useRef<HTMLTextAreaElement>(null);
  const appName = useWorkspace(({ bot }) => bot.name);
  const commands = useWorkspace((workspace) => workspace.commands);
  const isEmpty = text.trim() === '';

  // Not again when a thread closes, after which the focus belongs to its message.
  const [takesItAtFirst] = useState(takesFocus);
  useEffect(() => {
    if (takesItAtFirst) area.current?.focus();
  }, [takesItAtFirst]);

  // The cursor can be set when the text stands in the field, and has to be before the next key.
  const [placed, setPlaced] = useState<{ at: number } | null>(null);
  useLayoutEffect(() => {
    if (placed === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(placed.at, placed.at);
  }, [placed]);
  const put = (next: string, at: number): void => {
    setDraft(key, next);
    setCursor(at);
    setPlaced({ at });
  };
  const choose = (completion: Completion, trigger: Trigger): void => {
    const word = wordFor(completion);
    const next = completed(text, trigger, word ?? '');
    if (word !== null) put(next.text, next.cursor);
    else if (completion.kind === 'shortcut') {
      put('', 0);
      runGlobalShortcut(completion.shortcut.callbackId);
    }
  };
  const completion = useCompletion(channel, text, cursor, choose);
  const submit = async (): Promise<void> => {
    if (isEmpty) return;
    put('', 0);
    const isSent = await send(channel.id, threadTs, text.trimEnd());
    if (!isSent && draftOf(key) === '') put(text, text.length);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (completion.onKey(event) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) submit();
    else if (event.key === 'ArrowUp' && text === '' && editLast(channel.id, threadTs)) setCursor(0);
    else if (event.key === 'Escape' && onEscape !== undefined) onEscape();
    else return;
    event.preventDefault();
  };

  const hint = commandIn(text, commands);
  const isOffering = completion.completions.length > 0;
  return (
    <div className={styles.place}>
      {isEmpty && threadTs === null ? <SuggestionChips onChoose={(chosen) => put(chosen, chosen.length)} /> : null}
      <div className={styles.composer}>
        {isOffering && completion.trigger !== null ? (
          <CompletionList
            id={completion.id}
            title={titles[completion.trigger.kind]}
            appName={appName}
            completions={completion.completions}
            active={completion.active}
            onActive={completion.setActive}
            onChoose={(chosen) => completion.trigger !== null && choose(chosen, completion.trigger)}
          />
        ) : null}
        {hint === null ? null : (
          <p className={styles.hint}>
            <strong>{hint.command}</strong> {hint.usageHint} <span className={styles.about}>{hint.description}</span>
          </p>
        )}
        <Formatting area={area} onChange={put} />
        <div className={styles.text}>
          <GrowingTextArea
            ref={area}
            aria-label={label}
            aria-autocomplete="list"
            aria-controls={isOffering ? completion.id : undefined}
            aria-activedescendant={isOffering ? `${completion.id}-${completion.active}` : undefined}
            placeholder={label}
            value={text}
            onChange={(event) => {
              setDraft(key, event.target.value);
              setCursor(event.target.selectionStart);
            }}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className={styles.bar}>
          <PlusMenu />
          <button
            type="button"
            className={styles.sign}
            aria-label="Mention somebody"
            onClick={() => put(`${text}@`, text.length + 1)}
          >
            @
          </button>
          <button type="button" className={styles.sign} aria-label="Commands and shortcuts" onClick={() => put('/', 1)}>
            /
          </button>
          <span className={styles.keys}>
            {text.includes('\n') || text.length > 40 ? 'Shift + Enter to add a new line' : ''}
          </span>
          <IconButton
            label="Send now"
            keys="Enter"
            isDisabled={isEmpty}
            className={classes(styles.send, !isEmpty && styles.ready)}
            onPress={submit}
          >
            <SendIcon size={16} />
          </IconButton>
        </div>
      </div>
    </div>
  );
}

function editLast(channel: string, threadTs: string | null): boolean {
  const workspace = currentWorkspace();
  return workspace !== null && editLastOwn(workspace, channel, threadTs);
}
