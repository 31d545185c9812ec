import { isBlank, isRule, type SourceLine } from './source-line.js';
import { hasColumns, startsTable } from './tables.js';

/** Whether a sub-heading starts here: a line underlined with `-` at about its own length. A table's head is none. */
export function isHeading(lines: SourceLine[], index: number): boolean {
  const underline = lines[index + 1];
  if (underline === undefined || !underline.text.startsWith('---') || !/^-+$/.test(underline.text)) return false;
  const head = lines[index];
  if (head === undefined) return false;
  if (isBlank(head) || isRule(head.text) || hasColumns(head)) return false;
  const difference = Math.abs(head.text.length - underline.text.length);
  return Math.abs(head.indent - underline.indent) <= 1 && difference <= Math.max(2, head.text.length * 0.2);
}

/** Whether a line is a mere separator: nothing but dashes or the like, and no table's border. */
export function isOrnament(lines: SourceLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && isRule(line.text) && !startsTable(lines, index);
}
