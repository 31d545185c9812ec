/** What a table knows of a code. */
export interface TableEntry {
  /** Symbol or short title. */
  name: string;
  /** One plain sentence for people. */
  meaning: string;
}

/** A code in normal form, its name and its meaning. */
export type TableRow = readonly [code: string, name: string, meaning: string];

/** A table that is asked by code. */
export type CodeTable = ReadonlyMap<string, TableEntry>;

export function codeTable(rows: readonly TableRow[]): CodeTable {
  return new Map(rows.map(([code, name, meaning]) => [code, { name, meaning }]));
}
