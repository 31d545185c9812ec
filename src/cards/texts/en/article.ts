import type { SectionRole } from '../../../article/types.js';
import { count, date, number } from './wording.js';

/** The names of sections, for those that have no name of their own. */
const headings: Record<Exclude<SectionRole, 'other'>, string> = {
  symptoms: 'SYMPTOMS',
  cause: 'CAUSE',
  resolution: 'RESOLUTION',
  workaround: 'WORKAROUND',
  status: 'STATUS',
  'more-information': 'MORE INFORMATION',
  references: 'REFERENCES',
  summary: 'SUMMARY',
};

/** What is said about an article, beside its own words. */
export const article = {
  headings,
  appliesTo: 'APPLIES TO',
  details: 'DETAILS',
  products: 'Products',
  versions: 'Versions',
  operatingSystems: 'Operating systems',
  keywords: 'Keywords',
  errorCodes: 'Error codes',
  queryWords: 'Query words',
  sources: 'Sources',
  updated: (isoDate: string) => `updated ${date(isoDate)}`,
  andMore: (first: string, more: number) => `${first} and ${number(more)} more`,
  also: (each: string) => `Also for ${each}`,
  alsoVersion: (versions: string, id: string) => `version ${versions}: ${id}`,
  alsoOtherVersions: (id: string) => `other versions: ${id}`,
  part: (part: number, parts: number) => `part ${part} of ${parts}`,
  continues: '… continues in Full article.',
  moreSteps: (steps: number) => `… ${count(steps, 'more step', 'more steps')} in Full article.`,
  moreLines: (lines: number) => `… ${number(lines)} more in Full article`,
  hasWorkaround: 'Full article also has a workaround.',
  saysNotWhatFor: (id: string) => `${id} does not say what it applies to.`,
  isFor: (id: string, what: string) => `${id} applies to: ${what}`,
  hasNoMore: (id: string) => `${id} has no further information.`,
  moreFrom: (id: string, title: string) => `More information from ${id}: ${title}`,
};
