import type { RichTextBlock } from '@slack/types';
import { budget } from './limits.js';
import { elementLength } from './pieces.js';

/** How many UTF-16 units of text a rich_text block shows. */
export function richTextLength(block: RichTextBlock): number {
  return block.elements.reduce((sum, element) => {
    const inline =
      element.type === 'rich_text_list' ? element.elements.flatMap((item) => item.elements) : element.elements;
    return sum + inline.reduce((length, one) => length + elementLength(one), 0);
  }, 0);
}

/** Blocks in pages of at most `maxBlocks` blocks and the budgeted text; always one page, even when there is nothing. */
export function paginate(blocks: RichTextBlock[], maxBlocks: number): RichTextBlock[][] {
  const pages: RichTextBlock[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    length += richTextLength(block);
    if (page.length > 0 && (page.length === maxBlocks || length > budget.characters - budget.pageFrame)) {
      pages.push([block]);
      length = richTextLength(block);
    } else {
      page.push(block);
    }
  }
  return pages;
}
