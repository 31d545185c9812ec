import { Button } from 'react-aria-components';
import { useWorkspace } from '../connection/store.js';
import { Menu, MenuItem, MenuSection } from '../controls/menu.js';
import { BoltIcon, PlayIcon, PlusIcon } from '../icons.js';
import { playScene } from '../shell/scenes.js';
import styles from './plus-menu.module.css';
import { runGlobalShortcut } from './send.js';

/** What the + at the composer offers: the app's global shortcuts, and the incidents that can be played. */
export function PlusMenu() {
  const shortcuts = useWorkspace((workspace) => workspace.shortcuts).filter(({ type }) => type === 'global');
  const scenes = useWorkspace((workspace) => workspace.scenes);
  const appName = useWorkspace(({ bot }) => bot.name);
  return (
    <Menu
      label="Shortcuts"
      placement="top start"
      trigger={
        <Button aria-label="Shortcuts" className={styles.plus ?? ''}>
          <PlusIcon size={16} />
        </Button>
      }
    >
      {shortcuts.length === 0 ? null : (
        <MenuSection title="Shortcuts">
          {shortcuts.map(({ callbackId, name, description }) => (
            <MenuItem
              key={callbackId}
              name={name}
              description={description}
              icon={<BoltIcon />}
              aside={appName}
              onAction={() => runGlobalShortcut(callbackId)}
            />
          ))}
        </MenuSection>
      )}
      {scenes.length === 0 ? null : (
        <MenuSection title="Play an incident">
          {scenes.map((scene) => (
            <MenuItem
              key={scene.name}
              name={scene.title}
              description={scene.summary}
              icon={<PlayIcon />}
              onAction={() => playScene(scene)}
            />
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}
