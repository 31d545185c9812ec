import type { Article } from '../article/types.js';
import { titleOf } from './article-facts.js';
import { sectionPieces } from './article-pieces.js';
import { coreSections } from './core-sections.js';
import { budget } from './limits.js';
import { escapeWithin } from './mrkdwn.js';
import type { Piece } from './pieces.js';
import { safeLine } from './safe-text.js';
import type { Texts } from './texts/texts.js';

/** Some words for a notification or a screen reader: safe, shortened, and escaped once as Slack asks for `text`. */
export function notification(text: string): string {
  return escapeWithin(text, budget.notification);
}

/** The answer in running words: title, cause, resolution; the summary or symptoms where those are missing. */
export function articleWords(texts: Texts, article: Article): string {
  const { cause, remedy, substitute } = coreSections(article);
  const told = [...cause, ...remedy, ...substitute].map((section) =>
    sectionPieces(texts, section).map(pieceWords).join(' '),
  );
  return [titleOf(article), ...told].join('\n');
}

function pieceWords(piece: Piece): string {
  if (piece.type === 'heading') return `${piece.text}:`;
  if (piece.type === 'code') return safeLine(piece.text);
  const text = piece.elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join('');
  const step = piece.type === 'item' && piece.ordered && piece.indent === 0 ? `${piece.number}. ` : '';
  return step + safeLine(text);
}
