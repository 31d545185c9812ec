import type { RichTextBlock } from '@slack/types';
import type { Article, Section } from '../article/types.js';
import { sectionPieces } from './article-pieces.js';
import { coreSections, sectionsOf } from './core-sections.js';
import { budget } from './limits.js';
import { type Piece, richText, takeFitting } from './pieces.js';
import type { Texts } from './texts/texts.js';

/**
 * The heart of a card: the cause, then the resolution (or what stands in for it); an article with neither gives its
 * summary or symptoms. What does not fit is announced, and "Full article" has it.
 */
export function coreBlocks(texts: Texts, article: Article): RichTextBlock[] {
  const { cause, remedy, alternative, substitute } = coreSections(article);
  const hint = alternative.length > 0 ? [remark(texts.article.hasWorkaround)] : [];
  return [
    ...limited(texts, cause, budget.cause),
    ...limited(texts, remedy, budget.remedy, hint),
    ...limited(texts, substitute, budget.substitute),
  ];
}

/** The first lines of the symptoms: lets a reader judge an article that may not fit. */
export function symptomsExcerpt(texts: Texts, article: Article): RichTextBlock[] {
  return limited(texts, sectionsOf(article, 'symptoms'), budget.symptoms);
}

/** Sections in one block of at most `max` units of article text, with a remark on what was left out. */
function limited(texts: Texts, sections: Section[], max: number, hint: Piece[] = []): RichTextBlock[] {
  const pieces = sections.flatMap((section) => sectionPieces(texts, section, max / 2));
  if (pieces.length === 0) return [];
  const { shown, rest } = takeFitting(pieces, max);
  return [richText([...shown, ...(rest.length === 0 ? [] : [remark(leftOut(texts, shown, rest))]), ...hint])];
}

function remark(text: string): Piece {
  return { type: 'paragraph', elements: [{ type: 'text', text, style: { italic: true } }] };
}

/** What a cut leaves out, in the reader's terms: steps when it comes between two steps. */
function leftOut({ article }: Texts, shown: Piece[], rest: Piece[]): string {
  const first = shown.find((piece) => piece.type === 'item' && piece.ordered);
  const steps = first?.type === 'item' ? rest.filter((piece) => isStep(piece, first.indent)).length : 0;
  return steps === 0 ? article.continues : article.moreSteps(steps);
}

function isStep(piece: Piece, indent: number): boolean {
  return piece.type === 'item' && piece.ordered && piece.indent === indent;
}
