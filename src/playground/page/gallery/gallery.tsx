import { useEffect, useSyncExternalStore } from 'react';
import type { View } from '../../server/types.js';
import { applyEvent } from '../connection/store.js';
import { HomeTab } from '../home/home-tab.js';
import { MessageView } from '../messages/message.js';
import { ModalStack } from '../modals/modal-stack.js';
import styles from './gallery.module.css';
import type { Exhibit } from './types.js';

/** The exhibit that the address names; their names as links where it names none. */
export function Gallery({ exhibits }: { exhibits: readonly Exhibit[] }) {
  const name = useSyncExternalStore(subscribe, () => decodeURIComponent(window.location.hash.slice(1)));
  const exhibit = exhibits.find((one) => one.name === name);
  if (exhibit === undefined) return <Names exhibits={exhibits} />;
  if ('view' in exhibit && exhibit.view.type === 'modal') return <Window view={exhibit.view} />;
  return (
    <main className={styles.exhibit} data-exhibit={exhibit.name}>
      {'view' in exhibit ? (
        <HomeTab view={exhibit.view} />
      ) : (
        <MessageView message={exhibit.message} isCompact={false} place="channel" isTarget={false} />
      )}
    </main>
  );
}

function Window({ view }: { view: View }) {
  useEffect(() => {
    applyEvent({ type: 'views', views: [view] });
    return () => applyEvent({ type: 'views', views: [] });
  }, [view]);
  return <ModalStack />;
}

function Names({ exhibits }: { exhibits: readonly Exhibit[] }) {
  return (
    <ul>
      {exhibits.map(({ name }) => (
        <li key={name}>
          <a href={`#${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
