import type { Reason } from '../search/types.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';

const fieldNames = {
  title: 'in the title',
  queryWords: 'in its query words',
  symptoms: 'in the symptoms',
  cause: 'in the cause',
  resolution: 'in the resolution',
  summary: 'in the summary',
  body: 'in the text',
  declared: 'among its codes',
} as const;

/** More than this is noise: the strongest reasons come first. */
const mostGroups = 3;
const mostFound = 4;

/**
 * Why an article matched, in words: `401.5, NTLM in the title; SP6a in its query words`. A word is not said beside a code
 * or phrase that has it. An empty string when there is no reason to tell.
 */
export function whyText(why: Reason[]): string {
  const groups = new Map<string, { found: string[]; place: string }>();
  for (const reason of why) {
    const place = placeOf(reason);
    const group = groups.get(place) ?? { found: [], place };
    const found = foundText(reason);
    if (!isSaid(reason, found, group.found)) group.found.push(found);
    groups.set(place, group);
  }
  return [...groups.values()].slice(0, mostGroups).map(groupText).join('; ');
}

function isSaid({ type }: Reason, found: string, said: string[]): boolean {
  if (type !== 'word') return said.includes(found);
  return said.some((one) => one.toLowerCase().includes(found.toLowerCase()));
}

function groupText({ found, place }: { found: string[]; place: string }): string {
  const more = found.length > mostFound ? ` and ${found.length - mostFound} more` : '';
  return `${found.slice(0, mostFound).join(', ')}${more} ${place}`.trim();
}

function placeOf(reason: Reason): string {
  return reason.type === 'id' ? '' : fieldNames[reason.field];
}

function foundText(reason: Reason): string {
  const asked = term(reason.asked);
  const found = term(reason.found);
  switch (reason.type) {
    case 'id':
      return `you asked for ${found}`;
    case 'code-family':
      return `${found} (not ${asked} itself)`;
    case 'related':
      return `${found} (used like ${asked})`;
    case 'spelling':
      return `${found} (you wrote ${asked})`;
    case 'phrase':
      return `“${found}”`;
    case 'code':
    case 'word':
      return found;
  }
}

function term(text: string): string {
  return shorten(safeLine(text), 60);
}
