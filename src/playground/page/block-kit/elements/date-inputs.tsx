import type { InputValue } from '../../../server/types.js';
import { textOf } from '../json-fields.js';
import { ConfirmDialog } from './confirm-dialog.js';
import styles from './text-inputs.module.css';
import { type ElementProps, useElement } from './use-element.js';

/** Dates and times in the browser's own pickers. */
export function DateInput(props: ElementProps) {
  const { element, naming } = props;
  const { value, choose, isDisabled, question } = useElement(props);
  const kind = kinds[String(element.type)] ?? kinds.datepicker;
  return (
    <>
      <input
        type={kind.input}
        className={naming.isInvalid ? `${styles.input} ${styles.invalid}` : styles.input}
        aria-labelledby={naming.labelledBy}
        aria-label={naming.labelledBy === undefined ? textOf(element.placeholder) || kind.label : undefined}
        aria-describedby={naming.describedBy}
        aria-invalid={naming.isInvalid}
        aria-required={naming.isRequired}
        disabled={isDisabled}
        value={kind.toInput(value)}
        onChange={({ target }) => choose(kind.fromInput(target.value))}
      />
      <ConfirmDialog question={question} />
    </>
  );
}

interface Kind {
  input: string;
  label: string;
  toInput(value: InputValue): string;
  fromInput(text: string): InputValue;
}

const asItIs = { toInput: String, fromInput: (text: string) => text };

const kinds: Record<string, Kind> & { datepicker: Kind } = {
  datepicker: { input: 'date', label: 'Date', ...asItIs },
  timepicker: { input: 'time', label: 'Time', ...asItIs },
  datetimepicker: { input: 'datetime-local', label: 'Date and time', toInput: localTime, fromInput: secondsSince1970 },
};

/** `2026-11-26T07:00` in the person's own time zone. */
function localTime(value: InputValue): string {
  if (typeof value !== 'number') return '';
  const date = new Date(value * 1000);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function secondsSince1970(text: string): InputValue {
  const time = new Date(text).getTime();
  return Number.isNaN(time) ? '' : Math.floor(time / 1000);
}
