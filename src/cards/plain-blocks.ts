import type { Block, Inline, ListItem } from '../article/types.js';
import { isVisible, safeText } from './safe-text.js';
import { wrap } from './terminal.js';

/** An article's blocks as lines for the terminal, with a blank line between them; code and tables stay verbatim. */
export function blockLines(blocks: Block[], width: number): string[] {
  return blocks
    .map((block) => oneBlock(block, width))
    .filter((lines) => lines.some(isVisible))
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function oneBlock(block: Block, width: number): string[] {
  switch (block.type) {
    case 'paragraph':
      return wrap(inlineText(block.inlines), { width });
    case 'heading':
      return wrap(safeText(block.text), { width });
    case 'code':
    case 'table':
      return safeText(block.text)
        .trimEnd()
        .split('\n')
        .map((line) => (line === '' ? '' : `    ${line}`));
    case 'list':
      return block.items.flatMap((item, index) => [
        ...(hasMoreThanWords(block.items[index - 1]) ? [''] : []),
        ...itemLines(item, block.ordered, width),
      ]);
    case 'note':
      return noteLines(block.label, block.blocks, width);
  }
}

/** The words of a paragraph. */
export function inlineText(inlines: Inline[]): string {
  return safeText(inlines.map(({ text }) => text).join(''));
}

/** An item with code or a list of its own ends with a blank line, so that the next item stands out. */
function hasMoreThanWords(item: ListItem | undefined): boolean {
  return item !== undefined && item.blocks.length > 1;
}

function itemLines({ marker, blocks }: ListItem, ordered: boolean, width: number): string[] {
  const opening = `${ordered ? safeText(marker) : '-'} `;
  const indent = ' '.repeat(opening.length);
  const lines = blockLines(blocks, width - opening.length);
  return lines.map((line, index) => (index === 0 ? opening + line : line === '' ? '' : indent + line));
}

function noteLines(label: string, blocks: Block[], width: number): string[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return [`${safeText(label)}:`, ...blockLines(blocks, width)];
  const opening = wrap(`${safeText(label)}: ${inlineText(first.inlines)}`, { width });
  return rest.length === 0 ? opening : [...opening, '', ...blockLines(rest, width)];
}
