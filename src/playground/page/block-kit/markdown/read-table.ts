import type { Align } from './types.js';

interface TableLines {
  rows: string[][];
  align: Align[];
  /** How many lines it takes. */
  lines: number;
}

const rulePart = /^:?-+:?$/;

/** A table with a head, a rule and rows, when the lines begin with one. */
export function readTable(lines: readonly string[]): TableLines | null {
  const [head, rule] = lines;
  if (head === undefined || rule === undefined || !head.includes('|')) return null;
  const parts = cells(rule);
  if (parts.length === 0 || parts.length !== cells(head).length || !parts.every((part) => rulePart.test(part)))
    return null;
  const end = lines.findIndex((line, index) => index > 1 && !line.includes('|'));
  const body = lines.slice(2, end === -1 ? undefined : end);
  const rows = [head, ...body].map((line) => parts.map((_, column) => cells(line)[column] ?? ''));
  return { rows, align: parts.map(alignOf), lines: body.length + 2 };
}

function cells(line: string): string[] {
  const trimmed = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return trimmed.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function alignOf(part: string): Align {
  const [left, right] = [part.startsWith(':'), part.endsWith(':')];
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : null;
}
