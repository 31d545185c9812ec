import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { budget } from './limits.js';

/**
 * A part of an article that is shown whole or not at all. `continues` marks the rest of a part that was too long,
 * `tight` a paragraph that follows the one before on the next line, without a blank line.
 */
export type Piece =
  /** A section's heading: starts a block of its own. */
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; elements: RichTextElement[]; continues?: true; tight?: true }
  | { type: 'item'; ordered: boolean; indent: number; number: number; elements: RichTextElement[] }
  | { type: 'code'; text: string; continues?: true }
  | { type: 'quote'; elements: RichTextElement[]; continues?: true };

type Item = Extract<Piece, { type: 'item' }>;

export function textElement(text: string): RichTextElement {
  return { type: 'text', text };
}

export function boldElement(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
}

export function elementLength(element: RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  if (element.type === 'date') return (element.fallback ?? element.format).length;
  return element.type === 'link' ? (element.text ?? element.url).length : 0;
}

/** How many UTF-16 units of text a piece shows. */
export function pieceLength(piece: Piece): number {
  if (piece.type === 'heading' || piece.type === 'code') return piece.text.length;
  return piece.elements.reduce((sum, element) => sum + elementLength(element), 0);
}

/** The first pieces that fit `max` UTF-16 units, and the others. */
export function takeFitting(pieces: Piece[], max: number): { shown: Piece[]; rest: Piece[] } {
  let length = 0;
  const end = pieces.findIndex((piece) => {
    length += pieceLength(piece) + 2;
    return length > max;
  });
  return end < 0 ? { shown: pieces, rest: [] } : { shown: pieces.slice(0, end), rest: pieces.slice(end) };
}

/** Pieces as rich_text blocks: a heading starts a block, and so does what no longer fits into one. */
export function richTextBlocks(pieces: Piece[]): RichTextBlock[] {
  const groups: Piece[][] = [];
  let length = 0;
  for (const piece of pieces) {
    const current = groups.at(-1);
    length += pieceLength(piece) + 2;
    if (current === undefined || piece.type === 'heading' || length > budget.richText) {
      groups.push([piece]);
      length = pieceLength(piece);
    } else {
      current.push(piece);
    }
  }
  return groups.map(richText);
}

/** All pieces in one rich_text block. */
export function richText(pieces: Piece[]): RichTextBlock {
  const block: RichTextBlock = { type: 'rich_text', elements: [] };
  pieces.forEach((piece, index) => {
    append(block, piece, pieces[index - 1] ?? null);
  });
  return block;
}

function append(block: RichTextBlock, piece: Piece, before: Piece | null): void {
  if (piece.type === 'item') return appendItem(block, piece, before);
  const last = block.elements.at(-1);
  if (piece.type === 'code') {
    const rest = piece.continues === true && last?.type === 'rich_text_preformatted';
    if (rest) last.elements.push({ type: 'text', text: piece.text });
    else block.elements.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece.text }] });
    return;
  }
  const type = piece.type === 'quote' ? 'rich_text_quote' : 'rich_text_section';
  const elements = piece.type === 'heading' ? [boldElement(piece.text)] : piece.elements;
  if (last?.type !== type) block.elements.push({ type, elements: [...elements] });
  else last.elements.push(...gap(piece, before), ...elements);
}

/** What stands between two pieces of running text: a blank line, after a heading a new line, inside a part nothing. */
function gap(piece: Piece, before: Piece | null): RichTextElement[] {
  if ('continues' in piece) return [];
  return [textElement(before?.type === 'heading' || 'tight' in piece ? '\n' : '\n\n')];
}

function appendItem(block: RichTextBlock, piece: Item, before: Piece | null): void {
  const section: RichTextSection = { type: 'rich_text_section', elements: piece.elements };
  const last = block.elements.at(-1);
  if (last?.type === 'rich_text_list' && before?.type === 'item' && isNext(before, piece)) last.elements.push(section);
  else block.elements.push(newList(piece, section));
}

function isNext(before: Item, piece: Item): boolean {
  if (before.ordered !== piece.ordered || before.indent !== piece.indent) return false;
  return !piece.ordered || piece.number === before.number + 1;
}

/** `offset` is in Slack's reference, but not yet in its types: how much is added to the numbers of the list. */
interface NumberedList extends RichTextList {
  offset?: number;
}

function newList({ ordered, indent, number }: Item, section: RichTextSection): NumberedList {
  const style = ordered ? 'ordered' : 'bullet';
  const offset = ordered && number > 1 ? { offset: number - 1 } : {};
  return { type: 'rich_text_list', style, indent, ...offset, elements: [section] };
}
