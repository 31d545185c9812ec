import type { Match, Outcome } from './types.js';

/**
 * From which confidence a match is shown to a channel, and from which relatedness one is worth reading at all.
 * Chosen from what `bench/fit-confidence.ts` prints: few wrong cards first, then as many right ones as possible.
 */
export const thresholds = { confidence: 0.6, relatedness: 0.85 };

/**
 * What to do with ranked matches: show the first, offer it, or say that nothing matched.
 * @param relatedness how likely the question has to do with the articles at all, 0 to 1
 */
export function outcomeOf(matches: readonly Match[], relatedness: number): Outcome {
  const best = matches[0];
  if (best === undefined || relatedness < thresholds.relatedness) return 'none';
  return best.confidence >= thresholds.confidence ? 'answer' : 'weak';
}
