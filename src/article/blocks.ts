import { readChunk } from './chunks.js';
import { isHeading, isOrnament } from './headings.js';
import { readList } from './lists.js';
import { readNote } from './notes.js';
import type { ParseNested, ReadBlocks } from './read-blocks.js';
import { resumeLists } from './resume-lists.js';
import { isCertainlyCode, type Scope } from './scope.js';
import { isBlank, type SourceLine } from './source-line.js';
import type { Block } from './types.js';

/** Deeper nesting than people can follow is read as paragraphs, which also bounds the parser's own recursion. */
const deepest = 12;

/** Parses the lines of a section, a list item or a note. */
export function parseBlocks(lines: SourceLine[], scope: Scope): Block[] {
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const read = readBlocks(lines, index, scope);
    blocks.push(...read.blocks);
    index = read.end;
  }
  return resumeLists(blocks);
}

/** Reads what starts at one line: nothing when the line is blank or an ornament. */
function readBlocks(lines: SourceLine[], index: number, scope: Scope): ReadBlocks {
  const line = lines[index];
  if (line === undefined || isBlank(line)) return { blocks: [], end: index + 1 };
  if (isCertainlyCode(line, scope)) return readChunk(lines, index, scope);
  if (isOrnament(lines, index)) return { blocks: [], end: index + 1 };
  if (isHeading(lines, index))
    return { blocks: [{ type: 'heading', line: line.number, text: line.text }], end: index + 2 };
  const nested: ParseNested = (inner, base) => parseBlocks(inner, { ...scope, base, depth: scope.depth + 1 });
  const structured =
    scope.depth < deepest ? (readList(lines, index, nested) ?? readNote(lines, index, scope, nested)) : null;
  return structured ?? readChunk(lines, index, scope);
}
