import { chunkEnd, readChunk } from './chunks.js';
import { readList } from './lists.js';
import { noteLabel } from './note-label.js';
import type { ParseNested, ReadBlocks } from './read-blocks.js';
import { isCertainlyCode, isSetOff, type Scope } from './scope.js';
import { type SourceLine, skipBlank } from './source-line.js';
import type { Block, Note } from './types.js';

/**
 * Reads the note that starts at `index`; null when none does. Its paragraph belongs to it, and what that announces:
 * a list or set-off lines after a colon, or the next paragraph when the label stands alone.
 */
export function readNote(lines: SourceLine[], index: number, scope: Scope, nested: ParseNested): ReadBlocks | null {
  const first = lines[index];
  const written = first === undefined ? null : noteLabel(first);
  if (first === undefined || written === null) return null;
  const own: Scope = { ...scope, base: first.indent };
  let end = chunkEnd(lines, index, own);
  const opening = { ...first, text: first.text.slice(written.length + 1).trim() };
  const blocks = nested([opening, ...lines.slice(index + 1, end)], first.indent);
  const announced = announces(blocks) ? readAnnounced(lines, end, own, nested, blocks.length === 0) : null;
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
  scope: Scope,
  nested: ParseNested,
  anything: boolean,
): ReadBlocks | null {
  const start = skipBlank(lines, from);
  const line = lines[start];
  if (line === undefined || line.indent < scope.base || noteLabel(line) !== null) return null;
  const list = isCertainlyCode(line, scope) ? null : readList(lines, start, nested);
  if (list !== null) return list;
  return anything && !isSetOff(line, scope) ? readChunk(lines, start, scope) : readSetOff(lines, start, scope);
}

function readSetOff(lines: SourceLine[], from: number, scope: Scope): ReadBlocks | null {
  const blocks: Block[] = [];
  let end = from;
  for (let line = lines[from]; line !== undefined && isSetOff(line, scope); line = lines[skipBlank(lines, end)]) {
    const read = readChunk(lines, skipBlank(lines, end), scope);
    blocks.push(...read.blocks);
    end = read.end;
  }
  return blocks.length === 0 ? null : { blocks, end };
}
