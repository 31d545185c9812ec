import { useWorkspace } from '../connection/store.js';
import { PlayIcon, ResetIcon } from '../icons.js';
import styles from './channel-link.module.css';
import { verbOf } from './scene-card.js';
import { playScene } from './scenes.js';
import { SidebarSection } from './sidebar-section.js';

/** The incidents that can be played, in the sidebar. */
export function SceneList() {
  const scenes = useWorkspace((workspace) => workspace.scenes);
  if (scenes.length === 0) return null;
  return (
    <SidebarSection title="Play an incident">
      {scenes.map((scene) => {
        const { name, title, summary, state } = scene;
        return (
          <li key={name}>
            <button
              type="button"
              data-entry
              title={summary}
              // Not `disabled`, which would lose the focus.
              aria-disabled={state === 'playing'}
              className={styles.scene}
              onClick={() => state !== 'playing' && playScene(scene)}
            >
              <span className={styles.sign}>
                {state === 'played' ? <ResetIcon size={14} /> : <PlayIcon size={14} />}
              </span>
              <span className={styles.title}>
                {state === 'playing' ? null : <span className="visually-hidden">{verbOf(state)}: </span>}
                {title}
              </span>
              {state === 'playing' ? <small>playing…</small> : null}
            </button>
          </li>
        );
      })}
    </SidebarSection>
  );
}
