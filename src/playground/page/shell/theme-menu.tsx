import { Button } from 'react-aria-components';
import { Menu, MenuItem } from '../controls/menu.js';
import { CheckIcon, MoonIcon } from '../icons.js';
import { chooseTheme, type Theme, useTheme } from './theme.js';
import styles from './theme-menu.module.css';

const names: readonly { theme: Theme; name: string }[] = [
  { theme: 'system', name: 'As the system' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

export function ThemeMenu() {
  const chosen = useTheme(({ theme }) => theme);
  return (
    <Menu
      label="Theme"
      trigger={
        <Button aria-label="Theme" className={styles.button ?? ''}>
          <MoonIcon />
        </Button>
      }
    >
      {names.map(({ theme, name }) => (
        <MenuItem
          key={theme}
          name={name}
          aside={theme === chosen ? <CheckIcon /> : null}
          onAction={() => chooseTheme(theme)}
        />
      ))}
    </Menu>
  );
}
