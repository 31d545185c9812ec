import type { Match, Outcome } from './types.js';

/** The confidence from which a match is shown to a channel, and from which it is worth reading at all. */
export const thresholds = { answer: 0.7, weak: 0.45 };

/** What to do with ranked matches: show the first, offer it, or say that nothing matched. */
export function outcomeOf(matches: readonly Match[]): Outcome {
  const best = matches[0]?.confidence ?? 0;
  if (best >= thresholds.answer) return 'answer';
  return best >= thresholds.weak ? 'weak' : 'none';
}
