import { takeAppliesTo } from './applies-to.js';
import { parseBlocks } from './blocks.js';
import { takeFooter } from './footer.js';
import { takeQueryWords } from './query-words.js';
import type { Dialect } from './scope.js';
import { sectionRole } from './section-roles.js';
import { isBlank, type SourceLine, skipBlank } from './source-line.js';
import type { Article, Section } from './types.js';

export type Body = Pick<Article, 'appliesTo' | 'sections' | 'queryWords' | 'footer'>;

/** Parses everything below an article's header. The parts with a place of their own are taken out first. */
export function parseBody(lines: SourceLine[], dialect: Dialect): Body {
  const { footer, rest: withoutFooter } = takeFooter(lines);
  const { queryWords, rest: withoutWords } = takeQueryWords(withoutFooter);
  const { appliesTo, rest } = takeAppliesTo(withoutWords);
  return { appliesTo, sections: parseSections(rest, dialect), queryWords, footer };
}

/** Sections in source order; text before the first heading is a section without one. */
export function parseSections(lines: SourceLine[], dialect: Dialect): Section[] {
  const heads = lines.flatMap((_, index) => (isSectionHead(lines, index) ? [index] : []));
  const preamble = lines.slice(0, heads[0] ?? lines.length);
  const sections = preamble.every(isBlank) ? [] : [section('', preamble, dialect)];
  for (const [order, start] of heads.entries()) {
    const head = lines[start];
    if (head === undefined) continue;
    sections.push(section(head.text, lines.slice(start, heads[order + 1] ?? lines.length), dialect));
  }
  return sections.filter((candidate) => candidate.heading !== '' || candidate.blocks.length > 0);
}

/** A section from its lines; those of a headed one begin with the heading and its underline. */
function section(heading: string, lines: SourceLine[], dialect: Dialect): Section {
  const start = heading === '' ? skipBlank(lines, 0) : 0;
  const blocks = parseBlocks(heading === '' ? lines : lines.slice(2), { dialect, base: 0, depth: 0 });
  return { role: heading === '' ? 'other' : sectionRole(heading), heading, line: lines[start]?.number ?? 1, blocks };
}

/**
 * A line at the left margin, alone in its paragraph, underlined with `=` at about its own length. A name that the
 * format knows may have an underline of any length; a table's head (columns parted by wide gaps) is none.
 */
function isSectionHead(lines: SourceLine[], index: number): boolean {
  const underline = lines[index + 1];
  if (underline === undefined || !underline.text.startsWith('===') || !/^=+$/.test(underline.text)) return false;
  const [previous, head] = [lines[index - 1], lines[index]];
  if (head === undefined) return false;
  if (head.indent > 0 || underline.indent > 0 || isBlank(head)) return false;
  if (sectionRole(head.text) !== 'other') return true;
  const alone = previous === undefined || isBlank(previous) || /^[-=]+$/.test(previous.text);
  const sameLength = Math.abs(head.text.length - underline.text.length) <= 2;
  return alone && sameLength && !/\S {3,}\S/.test(head.text) && /[A-Za-z]/.test(head.text);
}
