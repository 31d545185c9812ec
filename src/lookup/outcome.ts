import type { Match, Outcome } from './types.js';

/**
 * From which confidence a match is shown to a channel, and from which relatedness one is worth reading at all.
 * Chosen from what `bench/fit-confidence.ts` prints: few wrong cards first, then as many right ones as possible.
 */
export const thresholds = { confidence: 0.6, relatedness: 0.85 };

type Judged = Pick<Match, 'confidence' | 'why'>;

/** A question of so few words is about its code, if it has one. */
const mostWordsAboutCode = 4;
/** Where an article has the codes that it is about; further down it may only mention them. */
const placesOfSubjects: readonly string[] = ['declared', 'title', 'queryWords', 'symptoms'];

/**
 * What to do with ranked matches: show the first, offer it, or say that nothing matched.
 * @param text the question, filters taken out
 * @param relatedness how likely the question has to do with the articles at all, 0 to 1
 */
export function outcomeOf(text: string, matches: readonly Judged[], relatedness: number): Outcome {
  const best = matches[0];
  if (best === undefined || relatedness < thresholds.relatedness) return 'none';
  return isSure(text, best) ? 'answer' : 'weak';
}

/** Whether a match is good enough to be shown to a channel, when its question has to do with the articles at all. */
export function isSure(text: string, match: Judged): boolean {
  if (match.confidence < thresholds.confidence) return false;
  const isAboutCode = text.trim().split(/\s+/).length <= mostWordsAboutCode;
  return !(isAboutCode && onlyMentionsCode(match)) && !hasOneWordOnly(match);
}

/** Whether one word is all that the two have in common, and not in the title: `vpn down` and an article that says VPN. */
function hasOneWordOnly({ why }: Judged): boolean {
  const [first, ...others] = why;
  if (first === undefined || others.some((reason) => reason.asked !== first.asked)) return false;
  return (first.type === 'word' || first.type === 'spelling' || first.type === 'related') && first.field !== 'title';
}

/** Whether the article has the question's codes only in passing: `error 5` in the summary of another problem. */
function onlyMentionsCode({ why }: Judged): boolean {
  const fields = why.flatMap((reason) => (reason.type === 'code' ? [reason.field] : []));
  return fields.length > 0 && !fields.some((field) => placesOfSubjects.includes(field));
}
