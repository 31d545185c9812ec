import { useState } from 'react';
import type { Json } from '../../../server/types.js';
import { ThumbDownIcon, ThumbUpIcon, TrashIcon } from '../../icons.js';
import { isJson, stringOrNull, textOf } from '../json-fields.js';
import { ConfirmDialog } from './confirm-dialog.js';
import styles from './feedback-buttons.module.css';
import { type ElementProps, useElement } from './use-element.js';

/** Thumb up and thumb down under an answer; the one that was pressed stays pressed. */
export function FeedbackButtons(props: ElementProps) {
  const { element } = props;
  const { press, isWaiting } = useElement(props);
  const [pressed, setPressed] = useState<'up' | 'down' | null>(null);
  const positive = isJson(element.positive_button) ? element.positive_button : {};
  const negative = isJson(element.negative_button) ? element.negative_button : {};
  const use = (button: Json, thumb: 'up' | 'down'): void =>
    press({ value: stringOrNull(button.value) ?? '' }, () => setPressed(thumb));
  return (
    <>
      <button
        type="button"
        className={styles.icon}
        {...names(positive, 'Good')}
        aria-pressed={pressed === 'up'}
        aria-busy={isWaiting}
        onClick={() => use(positive, 'up')}
      >
        <ThumbUpIcon size={16} />
      </button>
      <button
        type="button"
        className={styles.icon}
        {...names(negative, 'Bad')}
        aria-pressed={pressed === 'down'}
        aria-busy={isWaiting}
        onClick={() => use(negative, 'down')}
      >
        <ThumbDownIcon size={16} />
      </button>
    </>
  );
}

/** Slack has one icon for these so far: a bin. Any other shows as its words. */
export function IconButton(props: ElementProps) {
  const { element } = props;
  const { press, isWaiting, question } = useElement(props);
  const value = stringOrNull(element.value);
  return (
    <>
      <button
        type="button"
        className={styles.icon}
        {...names(element, 'Button')}
        aria-busy={isWaiting}
        onClick={() => press(value === null ? {} : { buttonValue: value })}
      >
        {element.icon === 'trash' ? <TrashIcon size={16} /> : textOf(element.text) || 'Button'}
      </button>
      <ConfirmDialog question={question} />
    </>
  );
}

function names(button: Json, fallback: string) {
  const text = textOf(button.text) || fallback;
  return { 'aria-label': stringOrNull(button.accessibility_label) || text, title: text };
}
