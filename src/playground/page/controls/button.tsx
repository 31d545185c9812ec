import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classes } from './classes.js';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  look?: 'plain' | 'primary' | 'danger';
  isSmall?: boolean;
}

/** A button with words in it. */
export function Button({ look = 'plain', isSmall = false, ...button }: ButtonProps) {
  return <AriaButton {...button} className={classes(styles.button, styles[look], isSmall && styles.small)} />;
}
