import type { Article, Block, Inline, ListItem, Section, SectionRole } from './types.js';

/** A paragraph's text, without marks for code and links. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** A block as plain text: items behind their markers, what belongs to them indented, verbatim blocks as they are. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.inlines);
    case 'heading':
    case 'code':
    case 'table':
      return block.text;
    case 'note':
      return `${block.label}: ${block.blocks.map(blockText).join('\n\n')}`;
    case 'list':
      return block.items.map(itemText).join('\n');
  }
}

/** A section as plain text: its heading, then its blocks, blank lines between. */
export function sectionText(section: Section): string {
  const blocks = section.blocks.map(blockText);
  return (section.heading === '' ? blocks : [section.heading, ...blocks]).join('\n\n');
}

/** An article as plain text: title, sections, what it applies to. Query words and header fields are left out. */
export function articleText(article: Article): string {
  const appliesTo =
    article.appliesTo.length === 0 ? [] : [`Applies to:\n${article.appliesTo.map((line) => `- ${line}`).join('\n')}`];
  return [article.title, ...article.sections.map(sectionText), ...appliesTo].join('\n\n');
}

/** The sections that have a role, in source order. */
export function sectionsWithRole(article: Article, role: SectionRole): Section[] {
  return article.sections.filter((section) => section.role === role);
}

function itemText(item: ListItem): string {
  const indent = ' '.repeat(item.marker.length + 1);
  const lines = item.blocks.map(blockText).join('\n\n').split('\n');
  return lines
    .map((line, index) => (index === 0 ? `${item.marker} ${line}` : line === '' ? '' : indent + line))
    .join('\n');
}
