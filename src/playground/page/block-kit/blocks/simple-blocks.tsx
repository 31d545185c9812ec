import { Element } from '../elements/element.js';
import { InOrder } from '../in-order.js';
import { objectsIn, textObject } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { Picture } from '../picture.js';
import { AnyText } from '../text/any-text.js';
import { PlainText } from '../text/plain-text.js';
import type { BlockProps } from './block-props.js';
import styles from './simple-blocks.module.css';

export function Header({ block }: BlockProps) {
  const text = textObject(block.text);
  return (
    <h3 className={styles.header}>
      <PlainText text={text?.text || '(empty header)'} emoji={text?.emoji ?? true} />
    </h3>
  );
}

export function Divider() {
  return <hr className={styles.divider} />;
}

/** Small grey text and small pictures in a row. */
export function Context({ block }: BlockProps) {
  const elements = objectsIn(block.elements);
  if (elements.length === 0) return <NotDrawn what={block} />;
  return (
    <div className={styles.context}>
      <InOrder
        of={elements}
        draw={(element) =>
          element.type === 'image' ? (
            <Picture image={element} className={styles.contextImage} />
          ) : (
            <div className={styles.contextText}>
              <AnyText value={element} />
            </div>
          )
        }
      />
    </div>
  );
}

/** Buttons, menus and pickers in a row; small icons in a `context_actions` block. */
export function Actions({ block, blockId }: BlockProps) {
  const elements = objectsIn(block.elements);
  if (elements.length === 0) return <NotDrawn what={block} />;
  return (
    <div className={block.type === 'actions' ? styles.actions : styles.contextActions}>
      <InOrder
        of={elements}
        draw={(element) => <Element element={element} blockId={blockId} dispatches naming={{}} />}
      />
    </div>
  );
}

export function ImageBlock({ block }: BlockProps) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <AnyText value={block.title} />
      </figcaption>
      <Picture image={block} className={styles.image} />
    </figure>
  );
}
