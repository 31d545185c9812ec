import { Element } from '../elements/element.js';
import { Fold } from '../fold.js';
import { InOrder } from '../in-order.js';
import { isJson, objectsIn } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { AnyText } from '../text/any-text.js';
import type { BlockProps } from './block-props.js';
import styles from './section.module.css';

/** Text, fields in two columns, and an element beside them. Long text folds, unless the app asks for all of it. */
export function Section({ block, blockId }: BlockProps) {
  const fields = objectsIn(block.fields);
  const text = <AnyText value={block.text} />;
  if (fields.length === 0 && !isJson(block.text) && !isJson(block.accessory)) return <NotDrawn what={block} />;
  return (
    <div className={styles.section}>
      <div className={styles.words}>
        {block.expand === true ? text : <Fold height={400}>{text}</Fold>}
        {fields.length > 0 && (
          <div className={styles.fields}>
            <InOrder
              of={fields}
              draw={(field) => (
                <div className={styles.field}>
                  <AnyText value={field} />
                </div>
              )}
            />
          </div>
        )}
      </div>
      {isJson(block.accessory) && (
        <div className={styles.accessory}>
          <Element element={block.accessory} blockId={blockId} dispatches naming={{}} />
        </div>
      )}
    </div>
  );
}
