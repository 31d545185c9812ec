import { type ReactNode, useId } from 'react';
import { InOrder } from '../in-order.js';
import { objectsIn, stringOrNull } from '../json-fields.js';
import { AnyText } from '../text/any-text.js';
import styles from './choices.module.css';
import { ConfirmDialog } from './confirm-dialog.js';
import { type ElementProps, useElement } from './use-element.js';

export function RadioButtons(props: ElementProps) {
  const { value, choose, isDisabled, question } = useElement(props);
  return (
    <Choices {...props} type="radio" isDisabled={isDisabled} isChosen={(one) => one === value} onChoose={choose}>
      <ConfirmDialog question={question} />
    </Choices>
  );
}

export function Checkboxes(props: ElementProps) {
  const { value, choose, isDisabled, question } = useElement(props);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (one: string): void =>
    choose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <Choices
      {...props}
      type="checkbox"
      isDisabled={isDisabled}
      isChosen={(one) => chosen.includes(one)}
      onChoose={toggle}
    >
      <ConfirmDialog question={question} />
    </Choices>
  );
}

interface ChoicesProps extends ElementProps {
  type: 'radio' | 'checkbox';
  isDisabled: boolean;
  isChosen(value: string): boolean;
  onChoose(value: string): void;
  children: ReactNode;
}

function Choices({ element, naming, type, isDisabled, isChosen, onChoose, children }: ChoicesProps) {
  const name = useId();
  const options = objectsIn(element.options);
  return (
    <fieldset
      className={styles.choices}
      disabled={isDisabled}
      aria-labelledby={naming.labelledBy}
      aria-label={naming.labelledBy === undefined ? 'Options' : undefined}
      aria-describedby={naming.describedBy}
    >
      <InOrder
        of={options}
        draw={(option) => (
          <label className={styles.choice}>
            <input
              type={type}
              name={name}
              aria-invalid={naming.isInvalid}
              checked={isChosen(stringOrNull(option.value) ?? '')}
              onChange={() => onChoose(stringOrNull(option.value) ?? '')}
            />
            <span>
              <AnyText value={option.text} />
              <span className={styles.description}>
                <AnyText value={option.description} />
              </span>
            </span>
          </label>
        )}
      />
      {children}
    </fieldset>
  );
}
