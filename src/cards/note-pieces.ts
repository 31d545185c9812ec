import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { ArticleNote } from '../lookup/types.js';
import { budget } from './limits.js';
import { webAddress } from './mrkdwn.js';
import { boldElement, type Piece, richText, textElement } from './pieces.js';
import { cleanText, isVisible, safeLine, safeText } from './safe-text.js';
import { divide, shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';

/** The team's newest notes on an article's card, a line each; what does not fit is announced, and "Notes" has it. */
export function noteBlocks({ notes: texts }: Texts, notes: readonly ArticleNote[] | null): RichTextBlock[] {
  if (notes === null || notes.length === 0) return [];
  const more = notes.length - budget.cardNotes;
  return [
    richText([
      { type: 'heading', text: texts.heading },
      ...notes.slice(0, budget.cardNotes).map((note) => noteLine(texts, note)),
      ...(more > 0 ? [remark(texts.more(more))] : []),
    ]),
  ];
}

function noteLine(texts: Texts['notes'], note: ArticleNote): Piece {
  const text = safeLine(note.text);
  const shown = shorten(text, budget.cardNote);
  const rest = shown === text ? [] : [italic(` ${texts.continues}`)];
  const elements = [...byline(texts, note), textElement(`: ${shown}`), ...rest, ...messageLink(texts, note)];
  return { type: 'item', ordered: false, indent: 0, number: 1, elements };
}

/** A whole note: who wrote it and when, then its text as it was written. */
export function wholeNote({ notes: texts }: Texts, note: ArticleNote): Piece[] {
  const parts = divide(safeText(note.text), budget.piece);
  return [
    { type: 'paragraph', elements: [...byline(texts, note), ...messageLink(texts, note)] },
    ...parts.map((text, index): Piece => {
      const elements = [textElement(text)];
      return index === 0
        ? { type: 'paragraph', elements, tight: true }
        : { type: 'paragraph', elements, continues: true };
    }),
  ];
}

/** `Note by ana 2 days ago`: the reader's own client says how long ago, so that it stays true. Names ping nobody. */
function byline(texts: Texts['notes'], { authorName, created, edited }: ArticleNote): RichTextElement[] {
  const name = shorten(safeLine(authorName), budget.name);
  return [
    boldElement(`${texts.by(isVisible(name) ? name : texts.somebody)} `),
    momentElement(texts, created),
    ...(edited === null ? [] : [textElement(` ${texts.edited}`)]),
  ];
}

function momentElement(texts: Texts['notes'], milliseconds: number): RichTextElement {
  const fallback = texts.on(new Date(milliseconds).toISOString().slice(0, 10));
  return { type: 'date', timestamp: Math.floor(milliseconds / 1000), format: '{ago}', fallback };
}

function messageLink(texts: Texts['notes'], { message }: ArticleNote): RichTextElement[] {
  const url = message?.permalink == null ? null : webAddress(message.permalink);
  return url === null ? [] : [textElement(' '), { type: 'link', url, text: texts.message }];
}

function remark(text: string): Piece {
  return { type: 'paragraph', elements: [italic(text)] };
}

function italic(text: string): RichTextElement {
  return { type: 'text', text, style: { italic: true } };
}

/** A text that is to become a note, within the limit; `isCut` when its end had to be left out. */
export function noteText(text: string): { text: string; isCut: boolean } {
  const clean = cleanText(text).trim();
  const within = shorten(clean, budget.note);
  return { text: within, isCut: within !== clean };
}
