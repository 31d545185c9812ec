import type { SceneInfo } from '../../protocol.js';
import { Button } from '../controls/button.js';
import { PlayIcon } from '../icons.js';
import styles from './scene-card.module.css';
import { playScene } from './scenes.js';

/** An incident that can be played, with what one will see in it. */
export function SceneCard({ scene }: { scene: SceneInfo }) {
  const { title, summary, state } = scene;
  return (
    <section className={styles.card} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.summary}>{summary}</p>
      <Button
        isSmall
        isPending={state === 'playing'}
        aria-label={`${verbOf(state)}: ${title}`}
        onPress={() => playScene(scene)}
      >
        <span className={styles.button}>
          <PlayIcon size={14} />
          {verbOf(state)}
        </span>
      </Button>
    </section>
  );
}

/** What the button says. */
export function verbOf(state: SceneInfo['state']): string {
  return { ready: 'Play this incident', playing: 'Playing…', played: 'Play again' }[state];
}
