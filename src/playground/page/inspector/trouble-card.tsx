import { type ReactNode, useId } from 'react';
import { classes } from '../controls/classes.js';
import styles from './trouble.module.css';

export interface TroubleCardProps {
  title: string;
  /** What it does, in a plain sentence. */
  sentence: string;
  /** How it stands now. */
  state: string;
  /** Whether it makes trouble now. */
  isOn: boolean;
  /** The controls. */
  children: ReactNode;
}

/** One way to make trouble. */
export function TroubleCard({ title, sentence, state, isOn, children }: TroubleCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.card}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <span role="status" className={classes(styles.state, isOn && styles.on)}>
          {state}
        </span>
      </div>
      <p className={styles.sentence}>{sentence}</p>
      <div className={styles.controls}>{children}</div>
    </section>
  );
}

export interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange(value: Value): void;
}

/** A labelled menu. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
