import type { RichTextBlock } from '@slack/types';
import type { Article, Section } from '../article/types.js';
import { sectionPieces } from './article-pieces.js';
import { coreSections, sectionsOf } from './core-sections.js';
import { budget } from './limits.js';
import { type Piece, richText, takeFitting } from './pieces.js';

/**
 * The heart of a card: the cause, then the resolution (or what stands in for it); an article with neither gives its
 * summary or symptoms. What does not fit is announced, and "Full article" has it.
 */
export function coreBlocks(article: Article): RichTextBlock[] {
  const { cause, remedy, alternative, substitute } = coreSections(article);
  const hint = alternative.length > 0 ? [remark('Full article also has a workaround.')] : [];
  return [
    ...limited(cause, budget.cause),
    ...limited(remedy, budget.remedy, hint),
    ...limited(substitute, budget.substitute),
  ];
}

/** The first lines of the symptoms: lets a reader judge an article that may not fit. */
export function symptomsExcerpt(article: Article): RichTextBlock[] {
  return limited(sectionsOf(article, 'symptoms'), budget.symptoms);
}

/** Sections in one block of at most `max` units of article text, with a remark on what was left out. */
function limited(sections: Section[], max: number, hint: Piece[] = []): RichTextBlock[] {
  const pieces = sections.flatMap((section) => sectionPieces(section, max / 2));
  if (pieces.length === 0) return [];
  const { shown, rest } = takeFitting(pieces, max);
  return [richText([...shown, ...(rest.length === 0 ? [] : [remark(leftOut(shown, rest))]), ...hint])];
}

function remark(text: string): Piece {
  return { type: 'paragraph', elements: [{ type: 'text', text, style: { italic: true } }] };
}

/** What a cut leaves out, in the reader's terms: steps when it comes between two steps. */
function leftOut(shown: Piece[], rest: Piece[]): string {
  const first = shown.find((piece) => piece.type === 'item' && piece.ordered);
  const steps = first?.type === 'item' ? rest.filter((piece) => isStep(piece, first.indent)).length : 0;
  if (steps === 0) return '… continues in Full article.';
  return `… ${steps} more ${steps === 1 ? 'step' : 'steps'} in Full article.`;
}

function isStep(piece: Piece, indent: number): boolean {
  return piece.type === 'item' && piece.ordered && piece.indent === indent;
}
