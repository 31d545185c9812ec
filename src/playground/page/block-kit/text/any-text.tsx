import { isJson, textObject } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { MrkdwnText } from './mrkdwn-text.js';
import { PlainText } from './plain-text.js';
import styles from './text.module.css';

/** A text object of either kind; nothing where there is none, and a note where something else stands in its place. */
export function AnyText({ value }: { value: unknown }) {
  const object = textObject(value);
  if (object === null) return isAbsent(value) ? null : <NotDrawn what={isJson(value) ? value : {}} isInline />;
  if (object.type === 'mrkdwn') return <MrkdwnText text={object.text} verbatim={object.verbatim} />;
  return (
    <div className={styles.text}>
      <PlainText text={object.text} emoji={object.emoji} />
    </div>
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
