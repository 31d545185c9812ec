import { isHeading } from './headings.js';
import { parseInlines } from './inlines.js';
import { type Marker, markerOf, startsList } from './list-marker.js';
import { noteLabel } from './note-label.js';
import type { ReadBlocks } from './read-blocks.js';
import { isCertainlyCode, isSetOff, type Scope } from './scope.js';
import { indentedText, isBlank, isRule, type SourceLine, skipBlank } from './source-line.js';
import { isTable } from './tables.js';
import type { Block } from './types.js';
import { breaksEarly, isWrappedProse, widestEnd } from './wrapping.js';

/**
 * Reads the lines up to the next blank line, or to where something else starts: as paragraphs, or as code or a table,
 * which go on over blank lines as long as verbatim lines follow.
 */
export function readChunk(lines: SourceLine[], index: number, scope: Scope): ReadBlocks {
  let end = chunkEnd(lines, index, scope);
  const first = lines.slice(index, end);
  const kind = chunkKind(first, scope);
  if (kind === 'paragraphs') return { blocks: paragraphs(first, scope), end };
  let type = kind;
  for (let next = nextVerbatim(lines, end, scope); next !== null; next = nextVerbatim(lines, end, scope)) {
    if (next.kind === 'code') type = 'code';
    end = next.end;
  }
  return { blocks: [verbatim(type, lines.slice(index, end))], end };
}

/** The index after the last line that belongs together with the one at `index`. */
export function chunkEnd(lines: SourceLine[], index: number, scope: Scope): number {
  const first = lines[index];
  const setOff = first !== undefined && isSetOff(first, scope);
  let end = index + 1;
  while (end < lines.length) {
    const [previous, line] = [lines[end - 1], lines[end]];
    if (previous === undefined || line === undefined || isBlank(line)) break;
    if (setOff ? !isSetOff(line, scope) : startsOther(lines, end, scope)) break;
    end += 1;
  }
  return end;
}

/** Whether something else than more of the same paragraph starts at `index`. */
function startsOther(lines: SourceLine[], index: number, scope: Scope): boolean {
  const [previous, line] = [lines[index - 1], lines[index]];
  if (previous === undefined || line === undefined) return false;
  if (startsList(lines, index) && startsItem(markerOf(line), previous, line)) return true;
  if (noteLabel(line) !== null || isHeading(lines, index)) return true;
  const jumps = isSetOff(line, scope) && line.indent >= previous.indent + 2;
  return jumps && (isCertainlyCode(line, scope) || previous.text.endsWith(':') || breaksEarly(previous, line, 70));
}

/** Right under a line, a number starts an item when it is the first, or when a sentence ended and another begins. */
function startsItem(marker: Marker | null, previous: SourceLine, line: SourceLine): boolean {
  if (marker === null) return false;
  if (marker.kind !== 'number' || marker.order === 1) return true;
  return /[.:]$/.test(previous.text) && /^[A-Z]/.test(line.text.slice(marker.width));
}

type ChunkKind = 'paragraphs' | 'code' | 'table';

function chunkKind(chunk: SourceLine[], scope: Scope): ChunkKind {
  const first = chunk[0];
  const setOff = first !== undefined && isSetOff(first, scope);
  if (scope.dialect === 'own' && setOff) return 'code';
  if (isTable(chunk)) return 'table';
  if (setOff) return isWrappedProse(chunk) || isPointer(chunk) ? 'paragraphs' : 'code';
  return scope.dialect === 'archive' && isListing(chunk) ? 'code' : 'paragraphs';
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
  const statements = chunk.filter((line) => isStatement(line.text)).length;
  if (statements > chunk.length / 2) return true;
  const text = chunk.filter((line) => !/^[-=_]{3,}$/.test(line.text));
  if (text.length < 3 || text.every(isSentence)) return false;
  const widest = widestEnd(text);
  const early = text.slice(0, -1).filter((line, index) => breaksEarly(line, text[index + 1], widest)).length;
  return early >= (text.length - 1) * 0.6;
}

/** A line of C, of a script or of markup, by its ends. */
function isStatement(text: string): boolean {
  if (text.startsWith('<')) return text.startsWith('<%') || text.endsWith('>') || endsStatement(text);
  return text.startsWith('/*') || endsStatement(text);
}

function endsStatement(text: string): boolean {
  return ';{}'.includes(text.at(-1) ?? ' ') || text.endsWith('*/') || text.endsWith('%>');
}

/** A whole sentence on a line of its own, which a list of names has not. */
function isSentence(line: SourceLine): boolean {
  return line.text.length > 40 && /^[A-Z].*[a-z)][.?!]$/.test(line.text);
}

function nextVerbatim(lines: SourceLine[], from: number, scope: Scope): { kind: ChunkKind; end: number } | null {
  const start = skipBlank(lines, from);
  const line = lines[start];
  if (line === undefined) return null;
  const isOther = startsList(lines, start) || isHeading(lines, start) || noteLabel(line) !== null;
  if (isOther && !isCertainlyCode(line, scope)) return null;
  const end = chunkEnd(lines, start, scope);
  const kind = chunkKind(lines.slice(start, end), scope);
  return kind === 'paragraphs' ? null : { kind, end };
}

function verbatim(type: 'code' | 'table', lines: SourceLine[]): Block {
  const indents = lines.filter((line) => !isBlank(line)).map((line) => line.indent);
  const common = indents.reduce((least, indent) => Math.min(least, indent));
  return { type, line: lines[0]?.number ?? 1, text: lines.map((line) => indentedText(line, common)).join('\n') };
}

/** Re-flows lines; a line that was broken on purpose, and each id of another article at a line's start, starts anew. */
function paragraphs(chunk: SourceLine[], scope: Scope): Block[] {
  const text = chunk.filter((line) => !isRule(line.text));
  const widest = widestEnd(text);
  const groups: SourceLine[][] = [];
  for (const [index, line] of text.entries()) {
    const previous = text[index - 1];
    const current = groups.at(-1);
    if (
      previous === undefined ||
      current === undefined ||
      (scope.dialect === 'archive' && startsAnew(previous, line, widest))
    )
      groups.push([line]);
    else current.push(line);
  }
  return groups.map(paragraph);
}

function startsAnew(previous: SourceLine, line: SourceLine, widest: number): boolean {
  if (/^Q\d{5,6} /.test(line.text) && /^Q\d{5,6} /.test(previous.text)) return true;
  const mayStart = '.:;!?)'.includes(previous.text.at(-1) ?? ' ') || /^[A-Z0-9"'\\%<$]/.test(line.text);
  return mayStart && breaksEarly(previous, line, widest);
}

function paragraph(lines: SourceLine[]): Block {
  const text = lines.map((line) => line.text).join(' ');
  const inlines = parseInlines(text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text);
  return { type: 'paragraph', line: lines[0]?.number ?? 1, inlines };
}
