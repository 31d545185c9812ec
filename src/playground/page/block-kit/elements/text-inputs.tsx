import type { KeyboardEvent } from 'react';
import { isJson, numberOrNull, stringsIn, textOf } from '../json-fields.js';
import styles from './text-inputs.module.css';
import { type ElementProps, useElement } from './use-element.js';

/** Text of one line or several. The length is checked by Slack on submitting, so that nothing typed is lost. */
export function TextInput(props: ElementProps) {
  const { element, naming } = props;
  const state = useElement(props);
  const isMultiline = element.multiline === true || element.type === 'rich_text_input';
  const value = typeof state.value === 'string' ? state.value : String(state.value);
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isMultiline || !listens(props, 'on_enter_pressed')) return;
    // Else the window would be submitted as well.
    event.preventDefault();
    state.dispatch(value);
  };
  const change = (text: string): void => {
    state.keep(text);
    if (listens(props, 'on_character_entered')) state.dispatch(text);
  };
  const common = {
    'aria-labelledby': naming.labelledBy,
    'aria-label': naming.labelledBy === undefined ? textOf(element.placeholder) || 'Text' : undefined,
    'aria-describedby': naming.describedBy,
    'aria-invalid': naming.isInvalid,
    'aria-required': naming.isRequired,
    placeholder: textOf(element.placeholder),
    value,
    disabled: state.isDisabled,
    className: naming.isInvalid ? `${styles.input} ${styles.invalid}` : styles.input,
    onKeyDown: keyDown,
  };
  return (
    <span className={styles.field}>
      {isMultiline ? (
        <textarea {...common} rows={4} onChange={({ target }) => change(target.value)} />
      ) : (
        <input {...common} {...inputKind(element.type)} onChange={({ target }) => change(target.value)} />
      )}
      <Remaining value={value} most={numberOrNull(element.max_length)} />
    </span>
  );
}

/** A number input is text as well, since Slack names what is wrong with it itself. */
function inputKind(type: unknown): { type: string; inputMode?: 'decimal' } {
  if (type === 'email_text_input') return { type: 'email' };
  if (type === 'url_text_input') return { type: 'url' };
  return type === 'number_input' ? { type: 'text', inputMode: 'decimal' } : { type: 'text' };
}

function listens({ element, dispatches }: ElementProps, when: string): boolean {
  if (!dispatches) return false;
  const config = isJson(element.dispatch_action_config)
    ? stringsIn(element.dispatch_action_config.trigger_actions_on)
    : [];
  return config.length === 0 ? when === 'on_enter_pressed' : config.includes(when);
}

/** How many characters are left, when it gets tight; below zero when there are too many. */
function Remaining({ value, most }: { value: string; most: number | null }) {
  if (most === null) return null;
  const left = most - value.length;
  if (left > Math.max(20, most / 10)) return null;
  return (
    <span className={left < 0 ? `${styles.left} ${styles.over}` : styles.left} role="status">
      {left}
    </span>
  );
}
