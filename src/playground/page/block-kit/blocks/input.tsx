import { useId } from 'react';
import { WarningIcon } from '../../icons.js';
import { useBlockKit } from '../context.js';
import { Element } from '../elements/element.js';
import { isJson, textObject } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { PlainText } from '../text/plain-text.js';
import type { BlockProps } from './block-props.js';
import styles from './input.module.css';

/** An element with its label, hint and what is wrong with its value. */
export function Input({ block, blockId }: BlockProps) {
  const id = useId();
  const error = useBlockKit().form?.errors[blockId];
  const label = textObject(block.label);
  const hint = textObject(block.hint);
  const isOptional = block.optional === true;
  const describedBy = [hint === null ? '' : `${id}hint`, error === undefined ? '' : `${id}error`].join(' ').trim();
  const naming = {
    labelledBy: `${id}label`,
    ...(describedBy === '' ? {} : { describedBy }),
    isInvalid: error !== undefined,
    isRequired: !isOptional,
  };
  return (
    <div className={styles.field} data-block-id={blockId}>
      <div className={styles.label} id={`${id}label`}>
        <PlainText text={label?.text || 'Input'} emoji={label?.emoji ?? true} />
        {isOptional && <span className={styles.optional}> (optional)</span>}
      </div>
      {isJson(block.element) ? (
        <Element
          element={block.element}
          blockId={blockId}
          dispatches={block.dispatch_action === true}
          naming={naming}
        />
      ) : (
        <NotDrawn what={block} />
      )}
      {error !== undefined && (
        <div className={styles.error} id={`${id}error`}>
          <WarningIcon size={16} />
          {error}
        </div>
      )}
      {hint !== null && (
        <div className={styles.hint} id={`${id}hint`}>
          <PlainText text={hint.text} emoji={hint.emoji} />
        </div>
      )}
    </div>
  );
}
