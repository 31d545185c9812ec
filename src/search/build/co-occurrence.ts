/** A symmetric matrix by rows: the entries of row r are `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  size: number;
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/** Flattens the counts of contexts, so that rare contexts do not rule (Levy, Goldberg and Dagan 2015). */
const contextSmoothing = 0.75;

/**
 * Positive pointwise mutual information: how much oftener two terms stand near each other than by chance, 0 when not.
 * @param text numbers below `size`, or -1 for a gap @param window how far apart near is; nearer counts more
 */
export function positiveInformation(text: Int32Array, size: number, window: number): SparseMatrix {
  const counts = countPairs(text, size, window);
  const totals = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      totals[row] = (totals[row] ?? 0) + (counts[row * size + column] ?? 0);
    }
  }
  const contexts = totals.map((total) => total ** contextSmoothing);
  const all = contexts.reduce((sum, value) => sum + value, 0);
  const starts = new Uint32Array(size + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const count = counts[row * size + column] ?? 0;
      if (count === 0) continue;
      const [here, there] = [totals[row] ?? 0, totals[column] ?? 0];
      const forth = Math.log((count * all) / (here * (contexts[column] ?? 0)));
      const back = Math.log((count * all) / (there * (contexts[row] ?? 0)));
      const value = (Math.max(0, forth) + Math.max(0, back)) / 2;
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
    }
    starts[row + 1] = columns.length;
  }
  return { size, starts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

function countPairs(text: Int32Array, size: number, window: number): Float32Array {
  const counts = new Float32Array(size * size);
  for (let at = 0; at < text.length; at++) {
    const row = text[at] ?? -1;
    if (row < 0) continue;
    for (let apart = 1; apart <= window && at + apart < text.length; apart++) {
      const column = text[at + apart] ?? -1;
      if (column < 0) continue;
      const here = row * size + column;
      const mirrored = column * size + row;
      counts[here] = (counts[here] ?? 0) + 1 / apart;
      counts[mirrored] = (counts[mirrored] ?? 0) + 1 / apart;
    }
  }
  return counts;
}
