import { isRule, type SourceLine } from './source-line.js';

/** Two words parted by a wide gap, which is not the double space after a sentence. */
const gap = /[^\s.?!:] {2,}\S|\S {3,}\S/;

/** Underlines of single columns (`----  ------`), or a frame of `|` and `+`. */
const columnRule = /^[-=]{2,}(?: +[-=]{2,})+$|^\+[-=+]+\+?$/;

/** Whether lines that stand together are a table drawn in characters. */
export function isTable(lines: SourceLine[]): boolean {
  if (lines.length < 2) return false;
  if (lines.some((line) => columnRule.test(line.text))) return true;
  const rows = lines.filter((line) => !isRule(line.text));
  if (rows.length < 2) return lines.length > rows.length && rows.some(hasColumns);
  const columns = rows.filter(hasColumns).length;
  return columns >= 2 && columns >= rows.length * 0.6;
}

/** Whether a line has columns: wide gaps, or cells between bars. */
export function hasColumns({ text }: SourceLine): boolean {
  return (text.includes('  ') && gap.test(text)) || text.indexOf('|') < text.lastIndexOf('|');
}

/** Whether the border of a table stands here: a line of dashes right above two rows. */
export function startsTable(lines: SourceLine[], index: number): boolean {
  const rows = lines.slice(index + 1, index + 4).filter((line) => !isRule(line.text));
  return rows.length >= 2 && rows.slice(0, 2).every(hasColumns);
}
