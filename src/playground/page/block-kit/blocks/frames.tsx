import type { Json } from '../../../server/types.js';
import { ChevronDownIcon } from '../../icons.js';
import { BlockList } from '../block-list.js';
import { Element } from '../elements/element.js';
import { InOrder } from '../in-order.js';
import { isJson, objectsIn, stringOrNull, textOf } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { Picture } from '../picture.js';
import { RichText } from '../rich-text/rich-text.js';
import { AnyText } from '../text/any-text.js';
import type { BlockProps } from './block-props.js';
import styles from './frames.module.css';

/** Blocks that frame a few things: an alert, a card, a row of cards, a container. */
export function Alert({ block }: BlockProps) {
  const level = stringOrNull(block.level) ?? 'default';
  return (
    <div role="note" className={styles.alert} data-level={level}>
      <span className="visually-hidden">{level === 'default' ? '' : `${level}: `}</span>
      {textOf(block.text) === '' ? <NotDrawn what={block} /> : <AnyText value={block.text} />}
    </div>
  );
}

export function Card({ block, blockId }: BlockProps) {
  const buttons = objectsIn(block.actions);
  return (
    <div className={styles.card}>
      {isJson(block.hero_image) && <Picture image={block.hero_image} className={styles.hero} />}
      <div className={styles.cardHead}>
        {isJson(block.icon) && <Picture image={block.icon} className={styles.icon} />}
        <div>
          <div className={styles.title}>
            <AnyText value={block.title} />
          </div>
          <div className={styles.muted}>
            <AnyText value={block.subtitle} />
          </div>
        </div>
      </div>
      <AnyText value={block.body} />
      <div className={styles.muted}>
        <AnyText value={block.subtext} />
      </div>
      {isCardEmpty(block) && <NotDrawn what={block} />}
      {buttons.length > 0 && (
        <div className={styles.buttons}>
          <InOrder
            of={buttons}
            draw={(button) => <Element element={button} blockId={blockId} dispatches naming={{}} />}
          />
        </div>
      )}
    </div>
  );
}

function isCardEmpty(block: Json): boolean {
  const texts = [block.title, block.subtitle, block.body, block.subtext].map(textOf).join('');
  return texts === '' && !isJson(block.hero_image) && objectsIn(block.actions).length === 0;
}

/** Cards beside each other, scrolled sideways. */
export function Carousel({ block }: BlockProps) {
  const cards = objectsIn(block.elements);
  if (cards.length === 0) return <NotDrawn what={block} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section className={styles.carousel} aria-label="Cards" tabIndex={0}>
      <InOrder of={cards} draw={(card) => <Card block={card} blockId={stringOrNull(card.block_id) ?? ''} />} />
    </section>
  );
}

export function Container({ block }: BlockProps) {
  const title = isJson(block.rich_text_title) ? (
    <RichText block={block.rich_text_title} />
  ) : (
    <AnyText value={block.title} />
  );
  const head = (
    <>
      {isJson(block.icon) && <Picture image={block.icon} className={styles.icon} />}
      <div>
        <div className={styles.title}>{title}</div>
        <div className={styles.muted}>
          <AnyText value={block.subtitle} />
        </div>
      </div>
    </>
  );
  const children = objectsIn(block.child_blocks);
  const body = children.length === 0 ? <NotDrawn what={block} /> : <BlockList blocks={children} />;
  if (block.is_collapsible !== true) {
    return (
      <section className={styles.container}>
        <div className={styles.cardHead}>{head}</div>
        {body}
      </section>
    );
  }
  return (
    <details className={styles.container} open={block.default_collapsed !== true}>
      <summary className={styles.cardHead}>
        <span className={styles.chevron}>
          <ChevronDownIcon size={16} />
        </span>
        {head}
      </summary>
      {body}
    </details>
  );
}
