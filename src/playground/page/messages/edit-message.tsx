import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../server/types.js';
import { GrowingTextArea } from '../composer/growing-text-area.js';
import { typedForm } from '../composer/typed-form.js';
import { currentWorkspace } from '../connection/store.js';
import { Button } from '../controls/button.js';
import { openDialog } from '../shell/overlays.js';
import { editMessage } from './actions.js';
import styles from './edit-message.module.css';
import { stopEditing } from './editing.js';

/** The text of a message of one's own, to be changed in its place. Enter saves, Esc leaves it as it was. */
export function EditMessage({ message }: { message: Message }) {
  const [text, setText] = useState(() => typedText(message));
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, []);
  const stop = (): void => {
    stopEditing();
    focusMessage(message.ts);
  };
  const save = (): void => {
    stop();
    if (text.trim() === '') openDialog({ type: 'delete', message });
    else editMessage(message, text.trim());
  };
  return (
    <div className={styles.edit}>
      <GrowingTextArea
        ref={area}
        aria-label="Edit message"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const isSave = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
          if (isSave) save();
          else if (event.key === 'Escape') stop();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className={styles.buttons}>
        <Button isSmall onPress={stop}>
          Cancel
        </Button>
        <Button isSmall look="primary" onPress={save}>
          Save
        </Button>
      </div>
    </div>
  );
}

function typedText({ text }: Message): string {
  const workspace = currentWorkspace();
  return typedForm(text, {
    userName: (id) => workspace?.users.find((user) => user.id === id)?.name ?? null,
    channelName: (id) => workspace?.channels.find((channel) => channel.id === id)?.name ?? null,
  });
}

/** The focus goes back to where "E" was pressed. */
function focusMessage(ts: string): void {
  document.querySelector<HTMLElement>(`[data-ts="${ts}"]`)?.focus({ preventScroll: true });
}
