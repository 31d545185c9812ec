import { InOrder } from '../in-order.js';
import { Inlines } from './inlines.js';
import { parseMrkdwn } from './parse-mrkdwn.js';
import styles from './text.module.css';
import type { TextBlock } from './types.js';

/** Text in Slack's markup. */
export function MrkdwnText({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  const blocks = parseMrkdwn(text, { verbatim });
  return <InOrder of={blocks} draw={(block) => <TextBlockView block={block} />} />;
}

function TextBlockView({ block }: { block: TextBlock }) {
  if (block.type === 'preformatted') return <pre className={styles.preformatted}>{block.text}</pre>;
  const inlines = <Inlines inlines={block.inlines} />;
  if (block.type === 'quote') return <blockquote className={`${styles.text} ${styles.quote}`}>{inlines}</blockquote>;
  return <div className={styles.text}>{inlines}</div>;
}
