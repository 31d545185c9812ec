import type { View } from '../../server/types.js';
import { Blocks } from '../block-kit/blocks.js';
import { useHost } from '../shell/use-host.js';
import styles from './home-tab.module.css';

export interface HomeTabProps {
  /** Null while the bot has published none. */
  view: View | null;
}

/** The Home tab of the app. */
export function HomeTab({ view }: HomeTabProps) {
  if (view === null || view.blocks.length === 0) {
    return <p className={styles.empty}>The app has not published anything here. Write to it on the Messages tab.</p>;
  }
  return <HomeView key={view.id} view={view} />;
}

function HomeView({ view }: { view: View }) {
  const host = useHost({ viewId: view.id });
  return (
    <div className={styles.scroll}>
      <div className={styles.home}>
        <Blocks blocks={view.blocks} host={host} />
      </div>
    </div>
  );
}
