import type { RichTextElement } from '@slack/types';
import type { Block, Inline, List, ListItem, Note } from '../article/types.js';
import { budget, slackLimits } from './limits.js';
import { itemNumbers, type Numbering, numbering } from './list-markers.js';
import { webAddress } from './mrkdwn.js';
import { boldElement, elementLength, type Piece, textElement } from './pieces.js';
import { isVisible, safeText } from './safe-text.js';
import { divide } from './shorten.js';

/**
 * An article's blocks as pieces of at most `max` UTF-16 units. All text is literal: rich text needs no escaping and
 * can ping nobody. Every visible character of the blocks is in the pieces, in order.
 * @param indent the list level of the block around, -1 outside of lists
 */
export function blockPieces(blocks: Block[], max: number = budget.piece, indent = -1): Piece[] {
  return blocks.flatMap((block) => onePiece(block, max, indent));
}

function onePiece(block: Block, max: number, indent: number): Piece[] {
  switch (block.type) {
    case 'paragraph':
      return textPieces('paragraph', inlineElements(block.inlines), max);
    case 'heading':
      return isVisible(block.text) ? textPieces('paragraph', [boldElement(safeText(block.text))], max) : [];
    case 'code':
    case 'table':
      return codePieces(block.text, max);
    case 'list':
      return listPieces(block, max, indent);
    case 'note':
      return notePieces(block, max, indent);
  }
}

/** The runs of a paragraph; web addresses become links, everything else stays text. */
export function inlineElements(inlines: Inline[]): RichTextElement[] {
  return inlines.filter(({ text }) => safeText(text) !== '').map(inlineElement);
}

function inlineElement(inline: Inline): RichTextElement {
  const text = safeText(inline.text);
  if (inline.type === 'code') return { type: 'text', text, style: { code: true } };
  const url = inline.type === 'url' ? webAddress(inline.url) : null;
  return url === null ? { type: 'text', text } : { type: 'link', url, text };
}

function isShown(elements: RichTextElement[]): boolean {
  return elements.some((element) => 'text' in element && isVisible(element.text ?? ''));
}

/** Elements in groups of at most `max` units; a text is divided after a word, a link as a rule not at all. */
function divideElements(elements: RichTextElement[], max: number): RichTextElement[][] {
  const groups: RichTextElement[][] = [[]];
  let length = 0;
  for (const part of elements.flatMap((element) => divideElement(element, max))) {
    length += elementLength(part);
    if (length > max) {
      groups.push([]);
      length = elementLength(part);
    }
    groups.at(-1)?.push(part);
  }
  return groups.filter(isShown);
}

function divideElement(element: RichTextElement, max: number): RichTextElement[] {
  if (elementLength(element) <= max || !('text' in element)) return [element];
  return divide(element.text ?? '', max).map((text) => ({ ...element, text }));
}

function textPieces(type: 'paragraph' | 'quote', elements: RichTextElement[], max: number): Piece[] {
  return divideElements(elements, max).map((group, index) =>
    index === 0 ? { type, elements: group } : { type, elements: group, continues: true },
  );
}

function codePieces(text: string, max: number): Piece[] {
  if (!isVisible(text)) return [];
  return divide(safeText(text).replace(/^\n+/, '').trimEnd(), max).map((part, index) =>
    index === 0 ? { type: 'code', text: part } : { type: 'code', text: part, continues: true },
  );
}

/** A note: its label and first paragraphs in a quotation, what else it has as it is. */
function notePieces(note: Note, max: number, indent: number): Piece[] {
  const { paragraphs, rest } = leadingParagraphs(note.blocks);
  const label = boldElement(`${safeText(note.label)}: `);
  return [...textPieces('quote', [label, ...paragraphs], max), ...blockPieces(rest, max, indent)];
}

/** The paragraphs that a list item or note starts with, as lines of one text, and the blocks after them. */
function leadingParagraphs(blocks: Block[]): { paragraphs: RichTextElement[]; rest: Block[] } {
  const paragraphs: RichTextElement[] = [];
  let end = 0;
  for (const block of blocks) {
    if (block.type !== 'paragraph') break;
    const elements = inlineElements(block.inlines);
    if (isShown(elements)) paragraphs.push(...(paragraphs.length > 0 ? [textElement('\n')] : []), ...elements);
    end += 1;
  }
  return { paragraphs, rest: blocks.slice(end) };
}

function listPieces(list: List, max: number, indent: number): Piece[] {
  const form = numbering(list);
  const level = Math.min(listLevel(form, indent + 1), slackLimits.listIndent);
  const numbers = itemNumbers(list, form);
  return list.items.flatMap((item, index) =>
    itemPieces(item, { ordered: list.ordered, indent: level, number: numbers[index] ?? index + 1 }, max),
  );
}

/** Slack numbers the levels 1., a., i. and again: the first level, from `least` on, that shows this numbering. */
function listLevel(form: Numbering, least: number): number {
  const wanted = form === 'letters' ? 1 : 0;
  if (form === 'none') return least;
  return least + ((wanted - (least % 3) + 3) % 3);
}

function itemPieces(item: ListItem, place: { ordered: boolean; indent: number; number: number }, max: number): Piece[] {
  const { paragraphs, rest } = leadingParagraphs(item.blocks);
  const command = isShown(paragraphs) ? null : openingCode(rest);
  const opening = command === null ? paragraphs : [command];
  const more = command === null ? rest : rest.slice(1);
  const [first, ...others] = divideElements(opening, max);
  const continued: Piece[] = others.map((elements) => ({ type: 'paragraph', elements, continues: true }));
  const following = blockPieces(more, max, place.indent);
  return first === undefined ? following : [{ type: 'item', ...place, elements: first }, ...continued, ...following];
}

/** An item that opens with a command instead of words shows it in its own line. */
function openingCode(blocks: Block[]): RichTextElement | null {
  const first = blocks[0];
  if (first?.type !== 'code' && first?.type !== 'table') return null;
  return { type: 'text', text: safeText(first.text).trim(), style: { code: true } };
}
