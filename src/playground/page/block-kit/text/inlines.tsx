import { useBlockKit } from '../context.js';
import { InOrder } from '../in-order.js';
import { formatDate } from './dates.js';
import { ChannelMention, Mention, UserMention } from './mention.js';
import { SafeLink } from './safe-link.js';
import styles from './text.module.css';
import type { Inline } from './types.js';

/** Parsed text within a line. */
export function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return <InOrder of={inlines} draw={(inline) => <InlineText inline={inline} />} />;
}

function InlineText({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'bold':
      return (
        <b>
          <Inlines inlines={inline.children} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Inlines inlines={inline.children} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.children} />
        </s>
      );
    case 'code':
      return <code className={styles.code}>{inline.text}</code>;
    case 'emoji':
      return <EmojiSign name={inline.name} sign={inline.sign} />;
    case 'link':
      return <SafeLink url={inline.url}>{inline.label}</SafeLink>;
    case 'user':
      return <UserMention id={inline.id} label={inline.label} />;
    case 'channel':
      return <ChannelMention id={inline.id} label={inline.label} />;
    case 'usergroup':
      return <UserGroup id={inline.id} label={inline.label} />;
    case 'broadcast':
      return <Mention sign="@" name={inline.range} />;
    case 'date': {
      const text = formatDate(inline.format, inline.seconds) || inline.fallback || String(inline.seconds);
      return inline.url === null ? text : <SafeLink url={inline.url}>{text}</SafeLink>;
    }
  }
}

export function EmojiSign({ name, sign }: { name: string; sign: string }) {
  return (
    <span role="img" aria-label={`${name.replaceAll('_', ' ')} emoji`}>
      {sign}
    </span>
  );
}

export function UserGroup({ id, label = null }: { id: string; label?: string | null }) {
  const name = useBlockKit().host.userName(id) ?? label?.replace(/^@/, '') ?? id;
  return <Mention sign="@" name={name} />;
}
