import type { Article, Block } from '../../src/article/types.js';

/** All text of the rich_text blocks among `blocks`, in reading order: what of an article they show. */
export function richTextWords(blocks: { type: string }[]): string {
  return blocks
    .filter(({ type }) => type === 'rich_text')
    .map(textOf)
    .join('');
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, one]) => (key === 'text' && typeof one === 'string' ? one : textOf(one)))
    .join('');
}

/** A text without what may differ between source and card: white space, case, invisible and control characters. */
export function bare(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s|\p{Cc}|\p{Cf}/gu, '')
    .toUpperCase();
}

/** Every text of an article's sections, bare and in order. */
export function sectionTexts(article: Article): string[] {
  return article.sections
    .flatMap((section) => [section.heading, ...section.blocks.flatMap(blockTexts)])
    .map(bare)
    .filter((text) => text !== '');
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.inlines.map(({ text }) => text).join('')];
    case 'heading':
    case 'code':
    case 'table':
      return [block.text];
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(blockTexts));
    case 'note':
      return [block.label, ...block.blocks.flatMap(blockTexts)];
  }
}

/** The texts that do not follow each other in `shown`: what a reader would miss. */
export function missingTexts(texts: string[], shown: string): string[] {
  let from = 0;
  return texts.filter((text) => {
    const at = shown.indexOf(text, from);
    if (at >= 0) from = at + text.length;
    return at < 0;
  });
}
