import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react';
import type { InputValue, View } from '../../server/types.js';
import { Blocks } from '../block-kit/blocks.js';
import type { BlockKitHost } from '../block-kit/host.js';
import { textOf } from '../block-kit/json-fields.js';
import { Avatar } from '../controls/avatar.js';
import { Button } from '../controls/button.js';
import { IconButton } from '../controls/icon-button.js';
import { CloseIcon } from '../icons.js';
import type { Form } from './form.js';
import { useFocus } from './use-focus.js';
import styles from './view-window.module.css';

export interface ViewWindowProps {
  view: View;
  appName: string;
  host: BlockKitHost;
  form: Form;
  /** A window below another one keeps its content, but is not there for anybody. */
  isTop: boolean;
  onChange(blockId: string, actionId: string, value: InputValue): void;
  onSubmit(): void;
  /** Closes this window. */
  onClose(): void;
  /** Closes every window. */
  onCloseAll(): void;
}

/** A modal view: title, blocks and buttons, in a frame that the modal stack gives. */
export function ViewWindow(props: ViewWindowProps) {
  const { view, appName, host, form, isTop, onChange, onSubmit, onClose, onCloseAll } = props;
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  useFocus(body, view, isTop, form.errors);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (view.submit !== null) onSubmit();
  }

  function submitByKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  }

  return (
    <section hidden={!isTop} aria-labelledby={titleId} className={styles.frame}>
      <form noValidate className={styles.form} onSubmit={submit} onKeyDown={submitByKey}>
        <header className={styles.header}>
          <Avatar id={view.app_id} name={appName} isApp size={28} />
          <h2 id={titleId} className={styles.title}>
            {textOf(view.title) || appName}
          </h2>
          <IconButton label="Close all" onPress={onCloseAll}>
            <CloseIcon />
          </IconButton>
        </header>
        <div ref={body} className={styles.body} tabIndex={-1}>
          <Blocks
            blocks={view.blocks}
            host={host}
            form={{ values: form.values, errors: form.errors, isDisabled: form.isSubmitting, onChange }}
          />
        </div>
        <footer className={styles.footer}>
          <Button onPress={onClose}>{textOf(view.close) || (view.submit === null ? 'Close' : 'Cancel')}</Button>
          {view.submit === null ? null : (
            <Button type="submit" look="primary" isPending={form.isSubmitting}>
              {form.isSubmitting ? <span className={styles.spinner} /> : null}
              {textOf(view.submit) || 'Submit'}
            </Button>
          )}
        </footer>
      </form>
    </section>
  );
}
