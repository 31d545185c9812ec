import type { ReactNode } from 'react';
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classes } from './classes.js';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  /** The accessible name, which is also the tooltip. */
  label: string;
  /** How the tooltip names the key for it. */
  keys?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A button that shows an icon, and its name on hover and focus. */
export function IconButton({ label, keys, className, children, ...button }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button {...button} aria-label={label} className={classes(styles.button, className)}>
        {children}
      </Button>
      <Tooltip className={classes(styles.tooltip)} offset={6}>
        {label}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
