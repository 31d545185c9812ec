import { continuesList, markerOf } from './list-marker.js';
import type { Block, List } from './types.js';

/** As many blocks between two steps are taken to belong to the first of them. */
const mostBetween = 6;

/**
 * Joins numbered lists that were broken by text at the margin: `3.`, a paragraph or a listing, `4.` is one list, and
 * what stands between belongs to step 3. A sub-heading between them, or another start of the numbers, parts them.
 */
export function resumeLists(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const start = block.type === 'list' && block.ordered ? interruptedAt(joined, block) : null;
    const interrupted = start === null ? undefined : joined[start];
    if (start === null || block.type !== 'list' || interrupted?.type !== 'list') joined.push(block);
    else {
      interrupted.items.at(-1)?.blocks.push(...joined.splice(start + 1));
      interrupted.items.push(...block.items);
    }
  }
  return joined;
}

/** Index of the list that `list` goes on with, or null. */
function interruptedAt(blocks: Block[], list: List): number | null {
  for (let index = blocks.length - 1; index >= 0 && blocks.length - index <= mostBetween; index -= 1) {
    const block = blocks[index];
    if (block === undefined || block.type === 'heading') return null;
    if (block.type === 'list' && isNextStep(block, list)) return index;
  }
  return null;
}

function isNextStep(before: List, list: List): boolean {
  const previous = marker(before.items.at(-1)?.marker);
  const next = marker(list.items[0]?.marker);
  return previous !== null && next !== null && next.kind === 'number' && continuesList(previous, next, false);
}

function marker(written: string | undefined): ReturnType<typeof markerOf> {
  return markerOf({ number: 1, indent: 0, text: `${written} x` });
}
