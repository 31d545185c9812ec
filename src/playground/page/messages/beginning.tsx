import type { PageChannel } from '../../protocol.js';
import { useWorkspace } from '../connection/store.js';
import { Avatar } from '../controls/avatar.js';
import { HashIcon, LockIcon } from '../icons.js';
import { findChannel, partnerOf } from '../shell/channels.js';
import { usePerson } from '../shell/people.js';
import { SceneCard } from '../shell/scene-card.js';
import styles from './beginning.module.css';

/** What stands above the first message of a channel, with the incidents that can be played there. */
export function Beginning({ channel }: { channel: PageChannel }) {
  return (
    <div className={styles.beginning}>
      {channel.kind === 'im' ? <OfPerson channel={channel} /> : <OfChannel channel={channel} />}
      <Scenes channel={channel} />
    </div>
  );
}

function OfChannel({ channel: { kind, name, topic } }: { channel: PageChannel }) {
  const isPrivate = kind === 'private';
  return (
    <>
      <h2 className={styles.title}>
        {isPrivate ? <LockIcon size={26} /> : <HashIcon size={28} />}
        {name}
      </h2>
      <p className={styles.text}>
        This is the very beginning of the <strong>{isPrivate ? name : `#${name}`}</strong> {isPrivate ? 'private ' : ''}
        channel. {topic}
      </p>
    </>
  );
}

function OfPerson({ channel }: { channel: PageChannel }) {
  const me = useWorkspace((workspace) => workspace.me.id);
  const person = usePerson(partnerOf(channel, me));
  return (
    <>
      <h2 className={styles.title}>
        <Avatar {...person} size={52} />
        {person.name}
      </h2>
      <p className={styles.text}>
        This is the very beginning of your direct message history with <strong>{person.name}</strong>. Only the two of
        you are in this conversation.
      </p>
    </>
  );
}

function Scenes({ channel }: { channel: PageChannel }) {
  const channels = useWorkspace((workspace) => workspace.channels);
  const scenes = useWorkspace((workspace) => workspace.scenes);
  const here = scenes.filter((scene) => findChannel(channels, scene.channel)?.id === channel.id);
  if (here.length === 0) return null;
  return (
    <div className={styles.scenes}>
      {here.map((scene) => (
        <SceneCard key={scene.name} scene={scene} />
      ))}
    </div>
  );
}
