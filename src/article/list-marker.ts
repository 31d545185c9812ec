import type { SourceLine } from './source-line.js';

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

/** The marker at the start of a line, or null. A lone letter may still be an initial: see `opensList`. */
export function markerOf(line: SourceLine): Marker | null {
  const match = pattern.exec(line.text);
  if (match === null) return null;
  const [whole, number, letter, bullet] = match;
  const text = number ?? letter ?? bullet ?? '';
  if (number !== undefined)
    return { kind: 'number', text, order: Number(number.replace(/\D/g, '')), width: whole.length };
  if (letter !== undefined) return { kind: 'letter', text, order: letterOrder(letter), width: whole.length };
  return { kind: 'bullet', text, order: 0, width: whole.length };
}

/** Whether a marker may open a list: letters only from `a`, for `J. Smith` is no list. */
export function opensList(marker: Marker): boolean {
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
