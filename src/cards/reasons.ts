import type { MatchReason } from '../lookup/types.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import type { Texts } from './texts/texts.js';

/** More than this is noise: the strongest reasons come first. */
const mostGroups = 3;
const mostFound = 4;

/**
 * Why an article matched, in words: `401.5, NTLM in the title; SP6a in its query words`. A word is not said beside a code
 * or phrase that has it. An empty string when there is no reason to tell.
 */
export function whyText({ reasons }: Texts, why: readonly MatchReason[]): string {
  const groups = new Map<string, { found: string[]; place: string }>();
  for (const reason of why) {
    const place = placeOf(reasons, reason);
    const group = groups.get(place) ?? { found: [], place };
    const found = foundText(reasons, reason);
    if (!isSaid(reason, found, group.found)) group.found.push(found);
    groups.set(place, group);
  }
  return [...groups.values()]
    .slice(0, mostGroups)
    .map((group) => groupText(reasons, group))
    .join('; ');
}

function isSaid({ type }: MatchReason, found: string, said: string[]): boolean {
  if (type !== 'word') return said.includes(found);
  return said.some((one) => one.toLowerCase().includes(found.toLowerCase()));
}

function groupText(reasons: Texts['reasons'], { found, place }: { found: string[]; place: string }): string {
  const listed = found.slice(0, mostFound).join(', ');
  const more = found.length - mostFound;
  return `${more > 0 ? reasons.andMore(listed, more) : listed} ${place}`.trim();
}

function placeOf({ places }: Texts['reasons'], reason: MatchReason): string {
  if (reason.type === 'note') return places.note;
  return reason.type === 'id' ? '' : places[reason.field];
}

function foundText(reasons: Texts['reasons'], reason: MatchReason): string {
  const asked = term(reason.asked);
  const found = term(reason.found);
  switch (reason.type) {
    case 'id':
      return reasons.id(found);
    case 'code-family':
      return reasons.family(found, asked);
    case 'related':
      return reasons.related(found, asked);
    case 'spelling':
      return reasons.spelling(found, asked);
    case 'phrase':
      return reasons.phrase(found);
    case 'code':
    case 'note':
    case 'word':
      return found;
  }
}

function term(text: string): string {
  return shorten(safeLine(text), 60);
}
