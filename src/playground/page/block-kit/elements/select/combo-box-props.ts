import type { Naming } from '../use-element.js';
import styles from './select.module.css';

/** What the combo boxes of all selects have alike: their names, their states, and that they open on focus. */
export function comboBoxProps(naming: Naming, placeholder: string, isDisabled: boolean) {
  return {
    className: styles.select ?? '',
    'aria-label': placeholder,
    ...(naming.labelledBy === undefined ? {} : { 'aria-labelledby': naming.labelledBy }),
    ...(naming.describedBy === undefined ? {} : { 'aria-describedby': naming.describedBy }),
    isInvalid: naming.isInvalid === true,
    isRequired: naming.isRequired === true,
    isDisabled,
    validationBehavior: 'aria',
    menuTrigger: 'focus',
    allowsEmptyCollection: true,
  } as const;
}
