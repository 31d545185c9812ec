import type { BlockProps } from '../blocks/block-props.js';
import tableStyles from '../blocks/table.module.css';
import { InOrder } from '../in-order.js';
import { stringOrNull } from '../json-fields.js';
import { withEmoji } from '../text/emoji.js';
import { MrkdwnText } from '../text/mrkdwn-text.js';
import { SafeLink } from '../text/safe-link.js';
import textStyles from '../text/text.module.css';
import styles from './markdown.module.css';
import { parseMarkdown } from './parse-markdown.js';
import { parseMarkdownInlines } from './parse-markdown-inlines.js';
import type { MarkdownBlock, MarkdownInline } from './types.js';

/** The `markdown` block: standard markdown, not Slack's own. */
export function Markdown({ block }: BlockProps) {
  const text = stringOrNull(block.text) ?? '';
  const parts = parseMarkdown(text);
  return (
    <div className={styles.markdown}>
      {parts.length === 0 ? <MrkdwnText text={text || '(empty text)'} /> : <Parts parts={parts} />}
    </div>
  );
}

function Parts({ parts }: { parts: readonly MarkdownBlock[] }) {
  return <InOrder of={parts} draw={(part) => <Part part={part} />} />;
}

function Part({ part }: { part: MarkdownBlock }) {
  switch (part.type) {
    case 'heading':
      return part.level <= 2 ? (
        <h3 className={styles.large}>
          <Words text={part.text} />
        </h3>
      ) : (
        <h4 className={styles.small}>
          <Words text={part.text} />
        </h4>
      );
    case 'paragraph':
      return (
        <p className={textStyles.text}>
          <Words text={part.text} />
        </p>
      );
    case 'code':
      return <pre className={textStyles.preformatted}>{part.text}</pre>;
    case 'rule':
      return <hr className={styles.rule} />;
    case 'quote':
      return (
        <blockquote className={textStyles.quote}>
          <Parts parts={part.blocks} />
        </blockquote>
      );
    case 'list':
      return <List list={part} />;
    case 'table':
      return <Table table={part} />;
  }
}

function List({ list }: { list: MarkdownBlock & { type: 'list' } }) {
  const items = (
    <InOrder
      of={list.items}
      draw={(parts) => (
        <li>
          <Parts parts={parts} />
        </li>
      )}
    />
  );
  return list.start === null ? <ul>{items}</ul> : <ol start={list.start}>{items}</ol>;
}

function Table({ table }: { table: MarkdownBlock & { type: 'table' } }) {
  const [head = [], ...body] = table.rows;
  const align = (column: number) => ({ textAlign: table.align[column] ?? 'left' });
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <InOrder
              of={head}
              draw={(text, column) => (
                <th style={align(column)}>
                  <Words text={text} />
                </th>
              )}
            />
          </tr>
        </thead>
        <tbody>
          <InOrder
            of={body}
            draw={(row) => (
              <tr>
                <InOrder
                  of={row}
                  draw={(text, column) => (
                    <td style={align(column)}>
                      <Words text={text} />
                    </td>
                  )}
                />
              </tr>
            )}
          />
        </tbody>
      </table>
    </div>
  );
}

function Words({ text }: { text: string }) {
  return <Inlines inlines={parseMarkdownInlines(text)} />;
}

function Inlines({ inlines }: { inlines: readonly MarkdownInline[] }) {
  return <InOrder of={inlines} draw={(inline) => <Inline inline={inline} />} />;
}

function Inline({ inline }: { inline: MarkdownInline }) {
  if ('text' in inline) {
    return inline.type === 'text' ? withEmoji(inline.text) : <code className={textStyles.code}>{inline.text}</code>;
  }
  const children = <Inlines inlines={inline.children} />;
  if (inline.type === 'link') return <SafeLink url={inline.url}>{children}</SafeLink>;
  if (inline.type === 'bold') return <b>{children}</b>;
  return inline.type === 'italic' ? <i>{children}</i> : <s>{children}</s>;
}
