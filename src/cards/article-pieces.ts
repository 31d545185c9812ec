import type { Article, Section } from '../article/types.js';
import { titleOf } from './article-facts.js';
import { blockPieces } from './block-pieces.js';
import { budget, slackLimits } from './limits.js';
import { boldElement, type Piece, textElement } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { divide } from './shorten.js';

/** A section as pieces of at most `max` units: its heading, then its body. */
export function sectionPieces(section: Section, max: number = budget.piece): Piece[] {
  return [...headingPieces(headingOf(section)), ...blockPieces(section.blocks, max)];
}

/** The heading as on every card: in capitals, named after the role where the source has none. */
export function headingOf({ heading, role }: Section): string {
  if (isVisible(heading)) return safeLine(heading).toUpperCase();
  return role === 'other' ? '' : role.replaceAll('-', ' ').toUpperCase();
}

function headingPieces(heading: string): Piece[] {
  const [first, ...rest] = divide(heading, slackLimits.header);
  if (first === undefined) return [];
  return [
    { type: 'heading', text: first },
    ...rest.map((text): Piece => ({ type: 'paragraph', elements: [boldElement(text)], continues: true })),
  ];
}

/** The whole article as pieces: every section in order, then what it applies to and its other particulars. */
export function articlePieces(article: Article): Piece[] {
  return [
    ...longTitle(article),
    ...article.sections.flatMap((section) => sectionPieces(section)),
    ...appliesToPieces(article),
    ...particulars(article),
  ];
}

/** A title too long for the top of a card, whole. */
function longTitle(article: Article): Piece[] {
  const title = titleOf(article);
  return title.length <= budget.title ? [] : paragraphPieces(title);
}

/** The applies-to list. */
export function appliesToPieces(article: Article): Piece[] {
  const lines = article.appliesTo.filter(isVisible).map(safeLine);
  const items = lines.flatMap((line) => divide(line, budget.piece)).map(bullet);
  return items.length === 0 ? [] : [{ type: 'heading', text: 'APPLIES TO' }, ...items];
}

function bullet(text: string): Piece {
  return { type: 'item', ordered: false, indent: 0, number: 1, elements: [textElement(text)] };
}

/** Products, versions and systems of an article, one line each. */
export function productPieces(article: Article): Piece[] {
  return [
    ...particular('Products', article.products),
    ...particular('Versions', article.versions),
    ...particular('Operating systems', article.operatingSystems),
  ];
}

function particulars(article: Article): Piece[] {
  const pieces = [
    ...productPieces(article),
    ...particular('Keywords', article.keywords),
    ...particular('Error codes', article.codes),
    ...particular('Query words', article.queryWords),
    ...Object.entries(article.footer).flatMap(([name, value]) => particular(name, [value])),
    ...particular('Sources', article.sources),
  ];
  return pieces.length === 0 ? [] : [{ type: 'heading', text: 'DETAILS' }, ...pieces];
}

/** One particular as a bullet: its name and its values. */
function particular(name: string, values: string[]): Piece[] {
  const text = values.filter(isVisible).map(safeLine).join(', ');
  return text === '' ? [] : divide(`${safeLine(name)}: ${text}`, budget.piece).map(bullet);
}

function paragraphPieces(text: string): Piece[] {
  return divide(text, budget.piece).map((part) => ({ type: 'paragraph', elements: [textElement(part)] }));
}
