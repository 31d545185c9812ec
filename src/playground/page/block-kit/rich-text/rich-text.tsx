import type { Json } from '../../../server/types.js';
import { InOrder } from '../in-order.js';
import { objectsIn } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import textStyles from '../text/text.module.css';
import { RichInlines } from './rich-inlines.js';
import { RichList } from './rich-list.js';
import styles from './rich-text.module.css';

/** The parts of a rich_text block; no text in it is markup. */
export function RichText({ block }: { block: Json }) {
  const parts = objectsIn(block.elements);
  if (parts.length === 0) return <NotDrawn what={block} />;
  return (
    <div>
      <InOrder of={parts} draw={(part) => <Part part={part} />} />
    </div>
  );
}

function Part({ part }: { part: Json }) {
  const inlines = <RichInlines elements={objectsIn(part.elements)} />;
  switch (part.type) {
    case 'rich_text_section':
      return <div className={textStyles.text}>{inlines}</div>;
    case 'rich_text_list':
      return <RichList list={part} />;
    case 'rich_text_quote':
      return <blockquote className={classes(textStyles.text, textStyles.quote, border(part))}>{inlines}</blockquote>;
    case 'rich_text_preformatted':
      return <pre className={classes(textStyles.preformatted, border(part))}>{inlines}</pre>;
    default:
      return <NotDrawn what={part} />;
  }
}

function border(part: Json): string | undefined {
  return part.border === 1 ? styles.bordered : undefined;
}

function classes(...names: (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(' ');
}
