import type { CSSProperties } from 'react';
import type { Json } from '../../../server/types.js';
import { InOrder } from '../in-order.js';
import { isJson, numberOrNull, objectsIn, stringOrNull } from '../json-fields.js';
import { NotDrawn } from '../not-drawn.js';
import { RichText } from '../rich-text/rich-text.js';
import type { BlockProps } from './block-props.js';
import styles from './table.module.css';

/** A table whose first row is its head; texts in cells are literal. */
export function Table({ block }: BlockProps) {
  const rows = rowsOf(block);
  if (rows.flat().length === 0) return <NotDrawn what={block} />;
  const settings = Array.isArray(block.column_settings) ? block.column_settings : [];
  return <Grid rows={rows} caption={null} rowHeader={null} styleOf={(column) => columnStyle(settings[column])} />;
}

export function rowsOf(block: Json): Json[][] {
  return Array.isArray(block.rows) ? block.rows.map(objectsIn) : [];
}

interface GridProps {
  rows: readonly Json[][];
  caption: string | null;
  /** The column whose cells name their rows. */
  rowHeader: number | null;
  styleOf(column: number): CSSProperties;
}

export function Grid({ rows, caption, rowHeader, styleOf }: GridProps) {
  const [head = [], ...body] = rows;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        {caption !== null && <caption className={styles.caption}>{caption}</caption>}
        <thead>
          <tr>
            <InOrder
              of={head}
              draw={(cell, column) => (
                <th scope="col" style={styleOf(column)}>
                  <Cell cell={cell} />
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
                  draw={(cell, column) =>
                    column === rowHeader ? (
                      <th scope="row" style={styleOf(column)}>
                        <Cell cell={cell} />
                      </th>
                    ) : (
                      <td style={styleOf(column)}>
                        <Cell cell={cell} />
                      </td>
                    )
                  }
                />
              </tr>
            )}
          />
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: Json }) {
  if (cell.type === 'rich_text') return <RichText block={cell} />;
  return stringOrNull(cell.text) ?? String(numberOrNull(cell.value) ?? '');
}

function columnStyle(setting: unknown): CSSProperties {
  if (!isJson(setting)) return {};
  const align = ['left', 'center', 'right'].find((one) => one === setting.align) as CSSProperties['textAlign'];
  return {
    ...(align === undefined ? {} : { textAlign: align }),
    ...(setting.is_wrapped === true ? { whiteSpace: 'pre-wrap', minWidth: '16ch' } : {}),
  };
}
