import type { Article, Section } from '../article/types.js';
import { titleOf } from './article-facts.js';
import { blockPieces } from './block-pieces.js';
import { budget, slackLimits } from './limits.js';
import { boldElement, type Piece, textElement } from './pieces.js';
import { isVisible, safeLine } from './safe-text.js';
import { divide } from './shorten.js';
import { english } from './texts/en/english.js';
import type { Texts } from './texts/texts.js';

/** A section as pieces of at most `max` units: its heading, then its body. */
export function sectionPieces(texts: Texts, section: Section, max: number = budget.piece): Piece[] {
  return [...headingPieces(headingOf(texts, section)), ...blockPieces(section.blocks, max)];
}

/**
 * The heading as on every card, in capitals. A section without a name, or with its role's own, gets the name of the
 * role in the language of the card; any other name is the article's.
 */
export function headingOf(texts: Texts, { heading, role }: Section): string {
  const own = isVisible(heading) ? safeLine(heading).toUpperCase() : '';
  if (role === 'other') return own;
  return own === '' || own === english.article.headings[role] ? texts.article.headings[role] : own;
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
export function articlePieces(texts: Texts, article: Article): Piece[] {
  return [
    ...longTitle(article),
    ...article.sections.flatMap((section) => sectionPieces(texts, section)),
    ...appliesToPieces(texts, article),
    ...particulars(texts, article),
  ];
}

/** A title too long for the top of a card, whole. */
function longTitle(article: Article): Piece[] {
  const title = titleOf(article);
  return title.length <= budget.title ? [] : paragraphPieces(title);
}

/** The applies-to list. */
export function appliesToPieces(texts: Texts, article: Article): Piece[] {
  const lines = article.appliesTo.filter(isVisible).map(safeLine);
  const items = lines.flatMap((line) => divide(line, budget.piece)).map(bullet);
  return items.length === 0 ? [] : [{ type: 'heading', text: texts.article.appliesTo }, ...items];
}

function bullet(text: string): Piece {
  return { type: 'item', ordered: false, indent: 0, number: 1, elements: [textElement(text)] };
}

/** Products, versions and systems of an article, one line each. */
export function productPieces({ article: names }: Texts, article: Article): Piece[] {
  return [
    ...particular(names.products, article.products),
    ...particular(names.versions, article.versions),
    ...particular(names.operatingSystems, article.operatingSystems),
  ];
}

function particulars(texts: Texts, article: Article): Piece[] {
  const names = texts.article;
  const pieces = [
    ...productPieces(texts, article),
    ...particular(names.keywords, article.keywords),
    ...particular(names.errorCodes, article.codes),
    ...particular(names.queryWords, article.queryWords),
    ...Object.entries(article.footer).flatMap(([name, value]) => particular(name, [value])),
    ...particular(names.sources, article.sources),
  ];
  return pieces.length === 0 ? [] : [{ type: 'heading', text: names.details }, ...pieces];
}

/** One particular as a bullet: its name and its values. */
function particular(name: string, values: string[]): Piece[] {
  const text = values.filter(isVisible).map(safeLine).join(', ');
  return text === '' ? [] : divide(`${safeLine(name)}: ${text}`, budget.piece).map(bullet);
}

function paragraphPieces(text: string): Piece[] {
  return divide(text, budget.piece).map((part) => ({ type: 'paragraph', elements: [textElement(part)] }));
}
