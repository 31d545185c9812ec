import type { SectionRole } from '../types.js';
import type { Rule } from './rule.js';

const answers: readonly SectionRole[] = ['cause', 'resolution', 'summary'];

export const noAnswer: Rule = {
  name: 'no-answer',
  severity: 'error',
  check({ id, sections }) {
    const answered = sections.some(({ role, blocks }) => answers.includes(role) && blocks.length > 0);
    if (answered) return [];
    const advice = 'write at least a RESOLUTION, in steps; a heading stands at the margin and is underlined with ===';
    const message = `${id} has neither CAUSE nor RESOLUTION nor SUMMARY`;
    return [{ line: sections[0]?.line ?? 1, message, advice }];
  },
};

export const unknownSection: Rule = {
  name: 'unknown-section',
  severity: 'warning',
  check({ sections }) {
    const unknown = sections.filter(({ role, heading }) => role === 'other' && heading !== '');
    return unknown.map(({ heading, line }) => ({
      line,
      quote: heading,
      message: `"${heading}" is no section that cards know`,
      advice: 'use SYMPTOMS, CAUSE, RESOLUTION, WORKAROUND, STATUS, MORE INFORMATION, REFERENCES or SUMMARY',
    }));
  },
};

export const emptySection: Rule = {
  name: 'empty-section',
  severity: 'warning',
  check({ sections }) {
    const empty = sections.filter(({ blocks }) => blocks.length === 0);
    return empty.map(({ heading, line }) => ({
      line,
      quote: heading,
      message: `${heading} is empty`,
      advice: 'write the section or take its heading out',
    }));
  },
};
