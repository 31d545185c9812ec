import { isBlank, isRule, type SourceLine } from './source-line.js';

export type MarkerKind = 'number' | 'letter' | 'bullet';

/** The mark that opens a list item. */
export interface Marker {
  kind: MarkerKind;
  /** As written: `1.`, `a)`, `(2)`, `-`. */
  text: string;
  /** Place in the sequence: the number, or 1 for `a`; 0 for bullets. */
  order: number;
  /** Columns from the marker's start to the item's text. */
  width: number;
}

const pattern = /^(?:(\(?\d{1,3}[.)])|(\(?[A-Za-z][.)])|([-*+•o]))( +)(?=\S)/;

/** The marker at the start of a line, or null. A lone letter may still be an initial: see `startsList`. */
export function markerOf(line: SourceLine): Marker | null {
  const match = pattern.exec(line.text);
  if (match === null || isRule(line.text.slice(match[0].length))) return null;
  const [whole, number, letter, bullet] = match;
  const text = number ?? letter ?? bullet ?? '';
  if (number !== undefined)
    return { kind: 'number', text, order: Number(number.replace(/\D/g, '')), width: whole.length };
  if (letter !== undefined) return { kind: 'letter', text, order: letterOrder(letter), width: whole.length };
  return { kind: 'bullet', text, order: 0, width: whole.length };
}

/** How many lines are looked at to tell a list of `*` items from a program whose remarks begin with `*`. */
const lookAhead = 40;

/** Whether a list starts at a line: its marker may open one, and it is no remark of a program. */
export function startsList(lines: SourceLine[], index: number): boolean {
  const line = lines[index];
  const marker = line === undefined ? null : markerOf(line);
  if (line === undefined || marker === null || !opensList(marker)) return false;
  return marker.text !== '*' || !isRemark(lines, index, line.indent);
}

/** A `*` that is followed, before the next blank line, by other text in its own column is a remark (FoxPro, C). */
function isRemark(lines: SourceLine[], index: number, column: number): boolean {
  for (const line of lines.slice(index + 1, index + lookAhead)) {
    if (isBlank(line)) return false;
    if (line.indent <= column && markerOf(line) === null) return true;
  }
  return false;
}

/** Whether a marker may open a list: letters only from `a`, for `J. Smith` is no list. */
function opensList(marker: Marker): boolean {
  return marker.kind !== 'letter' || marker.order === 1;
}

/**
 * Whether `next` goes on with the list that `previous` belongs to. After a blank line any later number does (the
 * archive skips some); right under a line only the next number, for wrapped prose may start with `4. `.
 */
export function continuesList(previous: Marker, next: Marker, afterBlank: boolean): boolean {
  if (previous.kind !== next.kind) return false;
  if (next.kind === 'bullet') return previous.text === next.text;
  if (!sameShape(previous.text, next.text)) return false;
  return afterBlank && next.kind === 'number' ? next.order >= previous.order : next.order === previous.order + 1;
}

/** `1.` and `2.` look alike, `1.` and `(2)` or `a.` and `B.` do not. */
function sameShape(one: string, other: string): boolean {
  return shape(one) === shape(other);
}

function shape(marker: string): string {
  return marker.replace(/\d+/, '9').replace(/[a-z]/, 'a').replace(/[A-Z]/, 'A');
}

function letterOrder(marker: string): number {
  return (
    marker
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .charCodeAt(0) - 96
  );
}
