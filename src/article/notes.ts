import { chunkEnd, readChunk } from './chunks.js';
import { readList } from './lists.js';
import { noteLabel } from './note-label.js';
import type { ParseNested, ReadBlocks } from './read-blocks.js';
import { isBlank, type SourceLine } from './source-line.js';
import type { Block, Note } from './types.js';

/**
 * Reads the note that starts at `index`; null when none does. Its paragraph belongs to it, and what that announces:
 * a list or set-off lines after a colon, or the next paragraph when the label stands alone.
 */
export function readNote(lines: SourceLine[], index: number, nested: ParseNested): ReadBlocks | null {
  const first = lines[index];
  const written = first === undefined ? null : noteLabel(first);
  if (first === undefined || written === null) return null;
  let end = chunkEnd(lines, index, first.indent);
  const opening = { ...first, text: first.text.slice(written.length + 1).trim() };
  const blocks = nested([opening, ...lines.slice(index + 1, end)], first.indent);
  const announced = announces(blocks) ? readAnnounced(lines, end, first.indent, nested, blocks.length === 0) : null;
  if (announced !== null) {
    blocks.push(...announced.blocks);
    end = announced.end;
  }
  return { blocks: [{ type: 'note', line: first.number, kind: noteKind(written), label: written, blocks }], end };
}

function noteKind(written: string): Note['kind'] {
  return /^note/i.test(written) ? 'note' : 'warning';
}

function announces(blocks: Block[]): boolean {
  const last = blocks.at(-1);
  return last === undefined || (last.type === 'paragraph' && last.inlines.at(-1)?.text.endsWith(':') === true);
}

/** What follows a note's colon: a list, or the set-off chunks; after a lone label, the next chunk whatever it is. */
function readAnnounced(
  lines: SourceLine[],
  from: number,
  base: number,
  nested: ParseNested,
  anything: boolean,
): ReadBlocks | null {
  const start = skipBlank(lines, from);
  const line = lines[start];
  if (line === undefined || line.indent < base || noteLabel(line) !== null) return null;
  const list = readList(lines, start, nested);
  if (list !== null) return list;
  return anything && line.indent < base + 2 ? readChunk(lines, start, base) : readSetOff(lines, start, base);
}

function readSetOff(lines: SourceLine[], from: number, base: number): ReadBlocks | null {
  const blocks: Block[] = [];
  let end = from;
  for (let start = from; (lines[start]?.indent ?? 0) >= base + 2; start = skipBlank(lines, end)) {
    const read = readChunk(lines, start, base);
    blocks.push(...read.blocks);
    end = read.end;
  }
  return blocks.length === 0 ? null : { blocks, end };
}

function skipBlank(lines: SourceLine[], from: number): number {
  let index = from;
  for (let line = lines[index]; line !== undefined && isBlank(line); line = lines[index]) index += 1;
  return index;
}
