import type { Json } from '../../../server/types.js';
import { InOrder } from '../in-order.js';
import { isJson, objectsIn, stringOrNull } from '../json-fields.js';
import { RichText } from '../rich-text/rich-text.js';
import { SafeLink } from '../text/safe-link.js';
import type { BlockProps } from './block-props.js';
import frames from './frames.module.css';
import styles from './tasks.module.css';

const statusSigns: Record<string, string> = { pending: '○', in_progress: '◔', complete: '✓', error: '✕' };

/** A step that an agent works on. */
export function TaskCard({ block }: BlockProps) {
  const status = stringOrNull(block.status) ?? 'pending';
  const sources = objectsIn(block.sources);
  return (
    <div className={frames.card}>
      <div className={styles.task}>
        <span aria-hidden="true" className={styles.sign} data-status={status}>
          {statusSigns[status] ?? '○'}
        </span>
        <span>
          <b>{stringOrNull(block.title) || 'Task'}</b>
          <span className="visually-hidden">{` (${status.replaceAll('_', ' ')})`}</span>
        </span>
      </div>
      <Part value={block.details} />
      <Part value={block.output} />
      {sources.length > 0 && (
        <div className={styles.sources}>
          <InOrder
            of={sources}
            draw={(source) => <SafeLink url={source.url}>{stringOrNull(source.text) || 'Source'}</SafeLink>}
          />
        </div>
      )}
    </div>
  );
}

export function Plan({ block }: BlockProps) {
  return (
    <section className={frames.container}>
      <div className={frames.title}>{stringOrNull(block.title) || 'Plan'}</div>
      <InOrder of={objectsIn(block.tasks)} draw={(task: Json) => <TaskCard block={task} blockId="" />} />
    </section>
  );
}

function Part({ value }: { value: unknown }) {
  return isJson(value) ? <RichText block={value} /> : null;
}
