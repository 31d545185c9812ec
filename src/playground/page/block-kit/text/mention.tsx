import { useBlockKit } from '../context.js';
import styles from './text.module.css';

/** A person, channel, group or broadcast. With an `id` that the page can open, a button. */
export function Mention({ sign, name, id }: { sign: '@' | '#'; name: string; id?: string }) {
  const open = useBlockKit().host.openUserOrChannel;
  const text = `${sign}${name}`;
  if (id === undefined || open === undefined) return <span className={styles.mention}>{text}</span>;
  return (
    <button type="button" className={styles.mention} onClick={() => open(id)}>
      {text}
    </button>
  );
}

export function UserMention({ id, label = null }: { id: string; label?: string | null }) {
  const name = useBlockKit().host.userName(id) ?? label?.replace(/^@/, '') ?? id;
  return <Mention sign="@" name={name} id={id} />;
}

export function ChannelMention({ id, label = null }: { id: string; label?: string | null }) {
  const name = useBlockKit().host.channelName(id) ?? (label?.replace(/^#/, '') || 'private channel');
  return <Mention sign="#" name={name} id={id} />;
}
