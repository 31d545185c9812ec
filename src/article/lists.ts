import { isHeading } from './headings.js';
import { continuesList, type Marker, markerOf, startsList } from './list-marker.js';
import type { ParseNested, ReadBlocks } from './read-blocks.js';
import { isBlank, isRule, type SourceLine } from './source-line.js';
import type { ListItem } from './types.js';

/** Reads the list that starts at `index`, with everything that belongs to its items; null when none starts there. */
export function readList(lines: SourceLine[], index: number, nested: ParseNested): ReadBlocks | null {
  const first = lines[index];
  const opening = first === undefined ? null : markerOf(first);
  if (first === undefined || opening === null || !startsList(lines, index)) return null;
  const items: ListItem[] = [];
  let marker: Marker | null = opening;
  let start = index;
  while (marker !== null) {
    const item = itemEnd(lines, start, marker);
    items.push(listItem(lines.slice(start, item.end), marker, nested));
    start = item.end;
    marker = item.next;
  }
  return { blocks: [{ type: 'list', line: first.number, ordered: opening.kind !== 'bullet', items }], end: start };
}

/** Where the item that starts at `start` ends, and the marker of the item that follows it in the same list. */
function itemEnd(lines: SourceLine[], start: number, marker: Marker): { end: number; next: Marker | null } {
  const column = lines[start]?.indent ?? 0;
  let afterBlank = false;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || isBlank(line)) {
      afterBlank = true;
      continue;
    }
    if (line.indent <= column + 1) {
      const next = markerOf(line);
      if (next !== null && continuesList(marker, next, afterBlank)) return { end: index, next };
      if (line.indent <= column && endsItem(lines, index, afterBlank)) return { end: index, next: null };
    }
    afterBlank = false;
  }
  return { end: lines.length, next: null };
}

/** A line at the marker's column or left of it ends the item, unless it is the item's own wrapped text. */
function endsItem(lines: SourceLine[], index: number, afterBlank: boolean): boolean {
  const line = lines[index];
  if (afterBlank || line === undefined || isRule(line.text) || isHeading(lines, index)) return true;
  return startsList(lines, index) && (markerOf(line)?.order ?? 0) <= 1;
}

function listItem(lines: SourceLine[], marker: Marker, nested: ParseNested): ListItem {
  const [first, ...rest] = lines;
  if (first === undefined) return { line: 1, marker: marker.text, blocks: [] };
  const inner = rest.filter((line) => line.indent > first.indent).map((line) => line.indent);
  const base = inner.reduce((least, indent) => Math.min(least, indent), first.indent + marker.width);
  const opening = { number: first.number, indent: base, text: first.text.slice(marker.width) };
  const body = rest.map((line) => (isBlank(line) || line.indent >= base ? line : { ...line, indent: base }));
  return { line: first.number, marker: marker.text, blocks: nested([opening, ...body], base) };
}
