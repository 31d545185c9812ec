import { Button } from 'react-aria-components';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { Menu, MenuItem, MenuSection } from '../controls/menu.js';
import { Presence } from '../controls/presence.js';
import { HelpIcon, NewWindowIcon } from '../icons.js';
import styles from './me-menu.module.css';
import { openDialog } from './overlays.js';

/** Who one is in this window, and windows for the others. */
export function MeMenu() {
  const me = useWorkspace((workspace) => workspace.me);
  const users = useWorkspace((workspace) => workspace.users);
  const others = users.filter(({ id, botId }) => id !== me.id && botId === null);
  return (
    <Menu
      label="You"
      placement="top start"
      trigger={
        <Button className={styles.me ?? ''}>
          <Avatar id={me.id} name={me.realName} isApp={false} size={32} />
          <span className={styles.names}>
            <span className={styles.name}>
              <span className="visually-hidden">You are </span>
              {me.realName}
            </span>
            <span className={styles.handle}>
              <Presence isOnline /> {me.name}
              <span className="visually-hidden">, switch user</span>
            </span>
          </span>
        </Button>
      }
    >
      <MenuSection title="Open a window for somebody else">
        {others.map(({ id, name, realName }) => (
          <MenuItem
            key={id}
            name={realName}
            description={`?as=${name}`}
            icon={<Avatar id={id} name={realName} isApp={false} size={20} />}
            aside={<NewWindowIcon size={14} />}
            onAction={() => window.open(`?as=${encodeURIComponent(name)}`, `as-${name}`)}
          />
        ))}
      </MenuSection>
      <MenuSection>
        <MenuItem
          name="Keyboard shortcuts"
          icon={<HelpIcon />}
          aside="Ctrl+/"
          onAction={() => openDialog({ type: 'help' })}
        />
      </MenuSection>
    </Menu>
  );
}
