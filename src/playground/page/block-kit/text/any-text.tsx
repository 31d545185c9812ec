import { textObject } from '../json-fields.js';
import { MrkdwnText } from './mrkdwn-text.js';
import { PlainText } from './plain-text.js';
import styles from './text.module.css';

/** A text object of either kind; nothing where there is none. */
export function AnyText({ value }: { value: unknown }) {
  const object = textObject(value);
  if (object === null) return null;
  if (object.type === 'mrkdwn') return <MrkdwnText text={object.text} verbatim={object.verbatim} />;
  return (
    <div className={styles.text}>
      <PlainText text={object.text} emoji={object.emoji} />
    </div>
  );
}
