import { useState } from 'react';
import { numberOrNull, stringOrNull } from '../json-fields.js';
import type { BlockProps } from './block-props.js';
import { Grid, rowsOf } from './table.js';
import styles from './table.module.css';

/** A table in pages. Slack sorts and filters it as well; this page does not. */
export function DataTable({ block }: BlockProps) {
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rowsOf(block);
  const size = Math.max(1, Math.trunc(numberOrNull(block.page_size) ?? 5));
  const pages = Math.max(1, Math.ceil(body.length / size));
  const shown = Math.min(page, pages - 1);
  return (
    <div>
      <Grid
        rows={[head, ...body.slice(shown * size, (shown + 1) * size)]}
        caption={stringOrNull(block.caption) || 'Table'}
        rowHeader={numberOrNull(block.row_header_column_index)}
        styleOf={() => ({})}
      />
      {pages > 1 && (
        <div className={styles.pager}>
          <button type="button" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
            Previous
          </button>
          {`Page ${shown + 1} of ${pages}`}
          <button type="button" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            Next
          </button>
        </div>
      )}
    </div>
  );
}
