import type { Block } from './types.js';

/** Blocks and everything inside their items and notes, in source order. */
export function blocksWithin(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...blocksWithin(inner(block))]);
}

function inner(block: Block): Block[] {
  if (block.type === 'note') return block.blocks;
  return block.type === 'list' ? block.items.flatMap((item) => item.blocks) : [];
}
