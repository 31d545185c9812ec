import { stringOrNull, textObject } from '../json-fields.js';
import { PlainText } from '../text/plain-text.js';
import { safeUrl } from '../text/safe-url.js';
import styles from './button.module.css';
import { ConfirmDialog } from './confirm-dialog.js';
import { type ElementProps, useElement } from './use-element.js';

/** A button, also one with an address: Slack opens that and tells the bot all the same. */
export function ButtonElement(props: ElementProps) {
  const { element } = props;
  const { press, isWaiting, isDisabled, question } = useElement(props);
  const text = textObject(element.text);
  const label = stringOrNull(element.accessibility_label);
  const url = safeUrl(element.url);
  const value = stringOrNull(element.value);
  const use = (): void =>
    press(value === null ? {} : { buttonValue: value }, () => {
      if (url !== null) window.open(url, '_blank', 'noopener');
    });
  return (
    <>
      <button
        type="button"
        className={className(element.style, isWaiting)}
        aria-label={label ?? undefined}
        aria-busy={isWaiting}
        aria-disabled={isWaiting}
        disabled={isDisabled}
        title={url ?? undefined}
        onClick={use}
      >
        <span className={styles.label}>
          {text === null || text.text === '' ? 'Button' : <PlainText text={text.text} emoji={text.emoji} />}
        </span>
        {isWaiting && <span className={styles.dots} aria-hidden="true" />}
      </button>
      <ConfirmDialog question={question} />
    </>
  );
}

function className(style: unknown, isWaiting: boolean): string {
  const kind = style === 'primary' ? styles.primary : style === 'danger' ? styles.danger : '';
  return `${styles.button} ${kind} ${isWaiting ? styles.waiting : ''}`;
}
