import type { SectionRole } from './types.js';

/**
 * Headings whose role cannot be read from their words alone, in upper case without punctuation at the end.
 * The long tail of the archive (2,300 different headings) is mapped by `startsOf`, the rest is `other`.
 */
const roles: Record<string, SectionRole> = {
  ERROR: 'symptoms',
  'ERROR MESSAGE': 'symptoms',
  PROBLEM: 'symptoms',
  BEHAVIOR: 'symptoms',
  REASON: 'cause',
  SOLUTION: 'resolution',
  FIX: 'resolution',
  ABSTRACT: 'summary',
  OVERVIEW: 'summary',
  INTRODUCTION: 'summary',
  INFORMATION: 'more-information',
  'MORE DETAILS': 'more-information',
  BIBLIOGRAPHY: 'references',
  'SEE ALSO': 'references',
};

/** First words of a heading and the role they give; also plurals and additions (`WORKAROUNDS`, `CAUSE 2`). */
const startsOf: ReadonlyArray<readonly [string, SectionRole]> = [
  ['SYMPTOM', 'symptoms'],
  ['CAUSE', 'cause'],
  ['RESOLUTION', 'resolution'],
  ['WORKAROUND', 'workaround'],
  ['WORK AROUND', 'workaround'],
  ['STATUS', 'status'],
  ['MORE INFORMATION', 'more-information'],
  ['ADDITIONAL INFORMATION', 'more-information'],
  ['REFERENCE', 'references'],
  ['SUMMARY', 'summary'],
];

/** The role of a section by its heading, in any case; `other` for a heading that the format does not know. */
export function sectionRole(heading: string): SectionRole {
  const name = heading
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  const exact = roles[name];
  if (exact !== undefined) return exact;
  return startsOf.find(([start]) => startsWithWord(name, start))?.[1] ?? 'other';
}

/** `WORKAROUNDS` and `CAUSE 2` start with the word, `CAUSEWAY` does not, and neither does a whole sentence. */
function startsWithWord(name: string, word: string): boolean {
  if (!name.startsWith(word) || name.length > word.length + 12) return false;
  return /^S?(?: |$)/.test(name.slice(word.length));
}
