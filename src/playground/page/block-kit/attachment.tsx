import type { Json } from '../../server/types.js';
import styles from './attachment.module.css';
import { BlockList } from './block-list.js';
import { Fold } from './fold.js';
import { InOrder } from './in-order.js';
import { objectsIn, stringOrNull } from './json-fields.js';
import { NotDrawn } from './not-drawn.js';
import { MrkdwnText } from './text/mrkdwn-text.js';
import { SafeLink } from './text/safe-link.js';

const namedColours: Record<string, string> = { good: 'var(--good)', warning: 'var(--warn)', danger: 'var(--danger)' };

/** An attachment: blocks or the fields of old, beside a coloured bar. */
export function Attachment({ attachment }: { attachment: Json }) {
  const blocks = objectsIn(attachment.blocks);
  const body = blocks.length > 0 ? <BlockList blocks={blocks} /> : <OldFields attachment={attachment} />;
  return (
    <div className={styles.attachment} style={{ borderColor: colour(attachment.color) }}>
      <Fold height={400}>{body}</Fold>
    </div>
  );
}

function OldFields({ attachment }: { attachment: Json }) {
  const title = stringOrNull(attachment.title);
  const fields = objectsIn(attachment.fields);
  const texts = [attachment.pretext, attachment.author_name, attachment.text].flatMap(
    (text) => stringOrNull(text) ?? [],
  );
  const footer = stringOrNull(attachment.footer);
  if (title === null && fields.length === 0 && texts.length === 0 && footer === null) {
    return typeof attachment.fallback === 'string' ? attachment.fallback : <NotDrawn what={attachment} />;
  }
  return (
    <>
      {title !== null && (
        <b>{attachment.title_link === undefined ? title : <SafeLink url={attachment.title_link}>{title}</SafeLink>}</b>
      )}
      <InOrder of={texts} draw={(text) => <MrkdwnText text={text} />} />
      <InOrder
        of={fields}
        draw={(field) => (
          <div>
            <b>{stringOrNull(field.title)}</b>
            <MrkdwnText text={stringOrNull(field.value) ?? ''} />
          </div>
        )}
      />
      {footer !== null && <small>{footer}</small>}
    </>
  );
}

function colour(value: unknown): string {
  const text = stringOrNull(value) ?? '';
  return namedColours[text] ?? (/^#?[0-9a-f]{6}$/i.test(text) ? `#${text.replace('#', '')}` : 'var(--border)');
}
