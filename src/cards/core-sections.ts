import type { Article, Section, SectionRole } from '../article/types.js';
import { blockPieces } from './block-pieces.js';

/** What stands in for a resolution, the best first. */
const remedies: SectionRole[] = ['resolution', 'workaround', 'status'];
/** What an article without cause and remedy has to say, the best first. */
const substitutes: SectionRole[] = ['summary', 'symptoms', 'more-information', 'other', 'references'];

/** The sections that answer: only those that show something. */
export interface CoreSections {
  cause: Section[];
  /** The resolution; without one the workaround; without that the status, which may name the release with the fix. */
  remedy: Section[];
  /** Workarounds beside a resolution. */
  alternative: Section[];
  /** What an article with neither cause nor remedy has instead: its summary or symptoms. */
  substitute: Section[];
}

/** The sections of a role that show something. */
export function sectionsOf(article: Article, role: SectionRole): Section[] {
  return article.sections.filter((section) => section.role === role && blockPieces(section.blocks).length > 0);
}

/** Chooses the sections that a reader needs first. */
export function coreSections(article: Article): CoreSections {
  const cause = sectionsOf(article, 'cause');
  const remedy = firstRole(article, remedies);
  const isAnswer = cause.length > 0 || remedy.length > 0;
  return {
    cause,
    remedy,
    alternative: remedy[0]?.role === 'resolution' ? sectionsOf(article, 'workaround') : [],
    substitute: isAnswer ? [] : firstRole(article, substitutes),
  };
}

function firstRole(article: Article, roles: SectionRole[]): Section[] {
  return roles.map((role) => sectionsOf(article, role)).find((sections) => sections.length > 0) ?? [];
}
