/**
 * Terms that are used alike in the articles (`attacker` and `malicious`): learnt when an index is built, so that a
 * question in other words than the article's finds it.
 */
export interface RelatedTerms {
  /** The `relatedPerTerm` nearest of term t from `terms[t * relatedPerTerm]` on, nearest first. Rare terms have none. */
  terms: Uint32Array;
  /** How near each is: the cosine of their contexts in 255ths; 0 for no term. */
  strengths: Uint8Array;
}

export const relatedPerTerm = 4;
export const strengthScale = 255;

/** The related terms of a term with their cosines, nearest first. */
export function relatedOf({ terms, strengths }: RelatedTerms, term: number): { term: number; cosine: number }[] {
  const found: { term: number; cosine: number }[] = [];
  const start = term * relatedPerTerm;
  for (let at = start; at < start + relatedPerTerm && (strengths[at] ?? 0) > 0; at++) {
    found.push({ term: terms[at] ?? 0, cosine: (strengths[at] ?? 0) / strengthScale });
  }
  return found;
}
