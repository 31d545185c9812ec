import { placeWeights } from './code-index.js';
import { findPosting } from './postings.js';
import type { Ranked, Ranking, SearchData } from './ranking.js';

/** What the confidence model looks at, for one result. All between 0 and 1. */
export interface ConfidenceFeatures {
  /** Weight of the best place of an exact code hit. */
  code: number;
  /** The same for a hit of a code's family. */
  family: number;
  /** The share of the question's weight that the article has words for. */
  coverage: number;
  /** How much the matched words say at all: near 1 for many rare ones. */
  mass: number;
  /** The share of the score by which it leads the next result. */
  margin: number;
  /** The share of the words asked for that no article has, spelt any way. */
  unknown: number;
}

/** Coefficients of the logistic model, fitted by `bench/fit-confidence.ts`. */
export const confidenceModel: Record<keyof ConfidenceFeatures | 'intercept', number> = {
  intercept: -4,
  code: 4,
  family: 1.5,
  coverage: 3,
  mass: 3,
  margin: 2,
  unknown: -3,
};

/** Matched weight at which the mass is 1 - 1/e. */
const massScale = 12;

export function confidenceFeatures(data: SearchData, ranking: Ranking, rank: number): ConfidenceFeatures {
  const ranked = ranking.ranked[rank];
  if (ranked === undefined) return { code: 0, family: 0, coverage: 0, mass: 0, margin: 0, unknown: 0 };
  const { matched, asked } = wordWeights(data, ranking, ranked.article);
  const next = ranking.ranked[rank + 1]?.score ?? 0;
  const all = asked + ranking.question.unknownWeight;
  return {
    code: bestPlace(ranked, 'code'),
    family: bestPlace(ranked, 'code-family'),
    coverage: all === 0 ? 0 : matched / all,
    mass: 1 - Math.exp(-matched / massScale),
    margin: rank === 0 && ranked.score > 0 ? (ranked.score - next) / ranked.score : 0,
    unknown: all === 0 ? 0 : ranking.question.unknownWeight / all,
  };
}

function bestPlace(ranked: Ranked, type: 'code' | 'code-family'): number {
  const reasons = ranked.code?.reasons.filter((reason) => reason.type === type) ?? [];
  return Math.max(0, ...reasons.map((reason) => placeWeights[reason.field]));
}

function wordWeights(data: SearchData, ranking: Ranking, article: number): { matched: number; asked: number } {
  let matched = 0;
  let asked = 0;
  for (const term of ranking.question.terms) {
    asked += term.weight;
    const hit = term.alternatives.find(({ term: number }) => findPosting(data.text.postings, number, article) >= 0);
    if (hit !== undefined) matched += term.weight * hit.weight;
  }
  return { matched, asked };
}

/** How likely the article at this rank answers the question: 0 to 1. */
export function confidence(features: ConfidenceFeatures): number {
  const { intercept, ...weights } = confidenceModel;
  let sum = intercept;
  for (const [name, weight] of Object.entries(weights))
    sum += weight * (features[name as keyof ConfidenceFeatures] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
