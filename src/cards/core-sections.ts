import type { RichTextBlock } from '@slack/types';
import type { Article, SectionRole } from '../article/types.js';
import { rolePieces } from './article-pieces.js';
import { budget } from './limits.js';
import { fit, type Piece, richText } from './pieces.js';

/** What stands in for a resolution, the best first. */
const remedies: SectionRole[] = ['resolution', 'workaround', 'status'];
/** What an article without cause and remedy has to say, the best first. */
const substitutes: SectionRole[] = ['summary', 'symptoms', 'more-information', 'other', 'references'];

/**
 * The heart of a card: the cause, then the resolution (or workaround, or status); an article with neither gives its
 * summary or symptoms. What does not fit is announced, and "Full article" has it.
 */
export function coreSections(article: Article): RichTextBlock[] {
  const cause = rolePieces(article, 'cause');
  const remedy = firstWithText(article, remedies);
  if (cause.length === 0 && remedy === null) return substituteSection(article);
  return [...(cause.length === 0 ? [] : [limited(cause, budget.cause)]), ...remedySection(article, remedy)];
}

/** The first lines of the symptoms: lets a reader judge an article that may not fit. Null without symptoms. */
export function symptomsExcerpt(article: Article): RichTextBlock | null {
  const pieces = rolePieces(article, 'symptoms', budget.symptoms - 50);
  return pieces.length === 0 ? null : limited(pieces, budget.symptoms);
}

function firstWithText(article: Article, roles: SectionRole[]): { role: SectionRole; pieces: Piece[] } | null {
  for (const role of roles) {
    const pieces = rolePieces(article, role);
    if (pieces.length > 0) return { role, pieces };
  }
  return null;
}

function remedySection(article: Article, remedy: { role: SectionRole; pieces: Piece[] } | null): RichTextBlock[] {
  if (remedy === null) return [];
  const alsoWorkaround = remedy.role === 'resolution' && rolePieces(article, 'workaround').length > 0;
  const hint = alsoWorkaround ? [remark('Full article also has a workaround.')] : [];
  return [limited(remedy.pieces, budget.resolution, hint)];
}

function substituteSection(article: Article): RichTextBlock[] {
  const substitute = firstWithText(article, substitutes);
  return substitute === null ? [] : [limited(substitute.pieces, budget.resolution)];
}

function limited(pieces: Piece[], max: number, hint: Piece[] = []): RichTextBlock {
  const { shown, rest } = fit(pieces, max);
  return richText([...shown, ...(rest.length === 0 ? [] : [remark(leftOut(pieces, rest))]), ...hint]);
}

function remark(text: string): Piece {
  return { type: 'paragraph', elements: [{ type: 'text', text, style: { italic: true } }] };
}

/** What a cut leaves out, in the reader's terms: steps when whole steps are missing. */
function leftOut(pieces: Piece[], rest: Piece[]): string {
  const level = pieces.find((piece) => piece.type === 'item' && piece.ordered);
  const steps = rest.filter((piece) => level?.type === 'item' && isStep(piece, level.indent)).length;
  if (steps === 0) return '… continues in Full article.';
  return `… ${steps} more ${steps === 1 ? 'step' : 'steps'} in Full article.`;
}

function isStep(piece: Piece, indent: number): boolean {
  return piece.type === 'item' && piece.ordered && piece.indent === indent;
}
