import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { classes } from './classes.js';
import styles from './menu.module.css';

export interface MenuProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  placement?: 'bottom end' | 'bottom start' | 'top start';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A menu below its button. */
export function Menu({ label, trigger, placement = 'bottom end', children, ...state }: MenuProps) {
  return (
    <MenuTrigger {...state}>
      {trigger}
      <Popover className={classes(styles.popover)} placement={placement} offset={4}>
        <AriaMenu aria-label={label} className={classes(styles.menu)}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <AriaMenuSection className={classes(styles.section)} {...(title === undefined ? { 'aria-label': 'More' } : {})}>
      {title === undefined ? null : <Header className={styles.heading}>{title}</Header>}
      {children}
    </AriaMenuSection>
  );
}

export interface MenuItemProps {
  /** What is read and typed ahead. */
  name: string;
  /** A second line, quieter. */
  description?: string | undefined;
  icon?: ReactNode;
  /** The key that does the same, or a mark. */
  aside?: ReactNode;
  isDanger?: boolean;
  onAction(): void;
}

export function MenuItem({ name, description, icon, aside, isDanger = false, onAction }: MenuItemProps) {
  return (
    <AriaMenuItem textValue={name} onAction={onAction} className={classes(styles.item, isDanger && styles.danger)}>
      {icon === undefined ? null : <span className={styles.icon}>{icon}</span>}
      <span className={styles.texts}>
        <span>{name}</span>
        {description === undefined ? null : <small className={styles.description}>{description}</small>}
      </span>
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
    </AriaMenuItem>
  );
}
