import type { SearchField } from './types.js';

/**
 * BM25F (Robertson and Zaragoza 2009): term frequencies are weighted and normalised by field, summed, and then
 * saturated once, so that a word in title and body counts as one strong hit and not as two.
 */
export interface FieldScoring {
  /** How much one occurrence counts. */
  weight: number;
  /** How much a long field dilutes its words: 0 not at all, 1 in full proportion. */
  lengthNormalization: number;
}

export const fieldScoring: Record<SearchField, FieldScoring> = {
  title: { weight: 7, lengthNormalization: 0.4 },
  queryWords: { weight: 5, lengthNormalization: 0.3 },
  symptoms: { weight: 5, lengthNormalization: 0.5 },
  cause: { weight: 1.2, lengthNormalization: 0.5 },
  resolution: { weight: 0.8, lengthNormalization: 0.6 },
  summary: { weight: 1.1, lengthNormalization: 0.5 },
  body: { weight: 0.5, lengthNormalization: 0.6 },
};

/** Weighted frequency at which a term has half of its greatest effect. */
export const saturation = { k1: 2.5 };

/** Weighted frequency of a term in one field. @param length words in the field @param average over all articles */
export function fieldFrequency(scoring: FieldScoring, count: number, length: number, average: number): number {
  const b = scoring.lengthNormalization;
  const dilution = average === 0 ? 1 : 1 - b + (b * length) / average;
  return (scoring.weight * count) / dilution;
}

/** The part of a term's greatest effect that an article reaches: 0 to 1. */
export function impact(frequency: number): number {
  return frequency / (saturation.k1 + frequency);
}

/** Inverse document frequency, never negative. */
export function inverseDocumentFrequency(documents: number, size: number): number {
  return Math.log(1 + (size - documents + 0.5) / (documents + 0.5));
}
