import type { Json } from '../../../server/types.js';
import { InOrder } from '../in-order.js';
import { numberOrNull, objectsIn } from '../json-fields.js';
import textStyles from '../text/text.module.css';
import { RichInlines } from './rich-inlines.js';
import styles from './rich-text.module.css';

/** Slack numbers and marks the levels in turn. */
const orderedMarkers = ['decimal', 'lower-alpha', 'lower-roman'];
const bulletMarkers = ['disc', 'circle', 'square'];

/** A list of one level; deeper levels are lists of their own that follow. */
export function RichList({ list }: { list: Json }) {
  const isOrdered = list.style === 'ordered';
  const indent = Math.max(0, Math.trunc(numberOrNull(list.indent) ?? 0));
  const start = Math.trunc(numberOrNull(list.offset) ?? 0) + 1;
  const markers = isOrdered ? orderedMarkers : bulletMarkers;
  const style = { listStyleType: markers[indent % markers.length], marginInlineStart: `${28 * Math.min(indent, 8)}px` };
  const items = (
    <InOrder
      of={objectsIn(list.elements)}
      draw={(item) => (
        <li className={textStyles.text}>
          <RichInlines elements={objectsIn(item.elements)} />
        </li>
      )}
    />
  );
  const className = list.border === 1 ? `${styles.list} ${styles.bordered}` : styles.list;
  if (!isOrdered) {
    return (
      <ul className={className} style={style}>
        {items}
      </ul>
    );
  }
  return (
    <ol className={className} style={style} start={start}>
      {items}
    </ol>
  );
}
