import { isHeading } from './headings.js';
import { parseInlines } from './inlines.js';
import { markerOf, startsList } from './list-marker.js';
import { noteLabel } from './note-label.js';
import type { ReadBlocks } from './read-blocks.js';
import { indentedText, isBlank, isRule, type SourceLine } from './source-line.js';
import { isTable } from './tables.js';
import type { Block } from './types.js';
import { breaksEarly, isWrappedProse, widestEnd } from './wrapping.js';

/** How far a line must stand in from the text around it to be set off. */
const setOff = 2;

/**
 * Reads the lines up to the next blank line, or to where something else starts: as paragraphs, or as code or a table,
 * which go on over blank lines as long as verbatim lines follow.
 */
export function readChunk(lines: SourceLine[], index: number, base: number): ReadBlocks {
  let end = chunkEnd(lines, index, base);
  const first = lines.slice(index, end);
  const kind = chunkKind(first, base);
  if (kind === 'paragraphs') return { blocks: paragraphs(first), end };
  let type = kind;
  for (let next = nextVerbatim(lines, end, base); next !== null; next = nextVerbatim(lines, end, base)) {
    if (next.kind === 'code') type = 'code';
    end = next.end;
  }
  return { blocks: [verbatim(type, lines.slice(index, end))], end };
}

/** The index after the last line that belongs together with the one at `index`. */
export function chunkEnd(lines: SourceLine[], index: number, base: number): number {
  const first = lines[index];
  const isSetOff = (first?.indent ?? 0) >= base + setOff;
  let end = index + 1;
  while (end < lines.length) {
    const [previous, line] = [lines[end - 1], lines[end]];
    if (previous === undefined || line === undefined || isBlank(line)) break;
    if (isSetOff ? line.indent < base + setOff : startsOther(lines, end, base)) break;
    end += 1;
  }
  return end;
}

/** Whether something else than more of the same paragraph starts at `index`. */
function startsOther(lines: SourceLine[], index: number, base: number): boolean {
  const [previous, line] = [lines[index - 1], lines[index]];
  if (previous === undefined || line === undefined) return false;
  if (startsList(lines, index) && (markerOf(line)?.order ?? 0) <= 1) return true;
  if (noteLabel(line) !== null || isHeading(lines, index)) return true;
  const jumps = line.indent >= base + setOff && line.indent >= previous.indent + setOff;
  return jumps && (previous.text.endsWith(':') || breaksEarly(previous, line, 70));
}

type ChunkKind = 'paragraphs' | 'code' | 'table';

function chunkKind(chunk: SourceLine[], base: number): ChunkKind {
  if (isTable(chunk)) return 'table';
  const isSetOff = (chunk[0]?.indent ?? 0) >= base + setOff;
  if (isSetOff) return isWrappedProse(chunk) || isPointer(chunk) ? 'paragraphs' : 'code';
  return isListing(chunk) ? 'code' : 'paragraphs';
}

/** Set off, yet no code: the title of another article after its id, a web address, or a lone `-or-`. */
function isPointer(chunk: SourceLine[]): boolean {
  const first = chunk[0]?.text ?? '';
  return (
    /^Q\d{5,6}\b/.test(first) ||
    /^-\s*(?:or|and)\s*-$/i.test(first) ||
    chunk.every((line) => /^(?:https?|ftp):\/\/\S+$/.test(line.text))
  );
}

/** Lines at the margin that are a program, or of which most end long before the widest one: a list of names. */
function isListing(chunk: SourceLine[]): boolean {
  const statements = chunk.filter((line) => /(?:[;{}]|\*\/|%>)$|^(?:\/\*|<%|<.*>$)/.test(line.text)).length;
  if (statements > chunk.length / 2) return true;
  if (chunk.length < 3) return false;
  const widest = widestEnd(chunk);
  const early = chunk.slice(0, -1).filter((line, index) => breaksEarly(line, chunk[index + 1], widest)).length;
  return early >= (chunk.length - 1) * 0.6;
}

function nextVerbatim(lines: SourceLine[], from: number, base: number): { kind: ChunkKind; end: number } | null {
  let start = from;
  while (start < lines.length && isBlank(lines[start] as SourceLine)) start += 1;
  const line = lines[start];
  if (line === undefined || startsList(lines, start) || isHeading(lines, start)) return null;
  if (noteLabel(line) !== null) return null;
  const end = chunkEnd(lines, start, base);
  const kind = chunkKind(lines.slice(start, end), base);
  return kind === 'paragraphs' ? null : { kind, end };
}

function verbatim(type: 'code' | 'table', lines: SourceLine[]): Block {
  const indents = lines.filter((line) => !isBlank(line)).map((line) => line.indent);
  const common = indents.reduce((least, indent) => Math.min(least, indent));
  return { type, line: lines[0]?.number ?? 1, text: lines.map((line) => indentedText(line, common)).join('\n') };
}

/** Re-flows lines; a line that was broken on purpose, and each id of another article at a line's start, starts anew. */
function paragraphs(chunk: SourceLine[]): Block[] {
  const text = chunk.filter((line) => !isRule(line.text));
  const widest = widestEnd(text);
  const groups: SourceLine[][] = [];
  for (const [index, line] of text.entries()) {
    const previous = text[index - 1];
    const current = groups.at(-1);
    if (previous === undefined || current === undefined || startsAnew(previous, line, widest)) groups.push([line]);
    else current.push(line);
  }
  return groups.map(paragraph);
}

function startsAnew(previous: SourceLine, line: SourceLine, widest: number): boolean {
  if (/^Q\d{5,6} /.test(line.text) && /^Q\d{5,6} /.test(previous.text)) return true;
  return breaksEarly(previous, line, widest) && (/[.:;!?)]$/.test(previous.text) || /^[A-Z0-9"']/.test(line.text));
}

function paragraph(lines: SourceLine[]): Block {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replace(/ {2,}/g, ' ');
  return { type: 'paragraph', line: lines[0]?.number ?? 1, inlines: parseInlines(text) };
}
