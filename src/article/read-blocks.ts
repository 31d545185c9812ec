import type { SourceLine } from './source-line.js';
import type { Block } from './types.js';

/** Blocks read from some lines, and the index of the first line after them. */
export interface ReadBlocks {
  blocks: Block[];
  end: number;
}

/** Parses the lines inside a list item or a note, whose text starts at column `base`. */
export type ParseNested = (lines: SourceLine[], base: number) => Block[];
