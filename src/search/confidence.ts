import { inverseDocumentFrequency } from './bm25.js';
import { placeWeights } from './code-index.js';
import { findPosting } from './postings.js';
import type { Ranked, Ranking, SearchData } from './ranking.js';

/** What the confidence model looks at, for one result. All between 0 and 1, whatever the size of the index. */
export interface ConfidenceFeatures {
  /** Weight of the best place of an exact code hit. */
  code: number;
  /** The same for a hit of a code's family. */
  family: number;
  /** The share of the question's weight that the article has words for. */
  coverage: number;
  /** The share of the best word score that such a question could reach: words in titles count more than in bodies. */
  strength: number;
  /** How much the matched words say at all: near 1 for many rare ones. */
  mass: number;
  /** The share of the score by which it leads the next result. */
  margin: number;
  /** The share of the question's weight that lies in words that no article has, spelt any way. */
  unknown: number;
}

export const featureNames = ['code', 'family', 'coverage', 'strength', 'mass', 'margin', 'unknown'] as const;

/** Coefficients of the logistic model, fitted by `bench/fit-confidence.ts`. */
export const confidenceModel: Record<keyof ConfidenceFeatures | 'intercept', number> = {
  intercept: -5.53,
  code: 1.08,
  family: 0,
  coverage: 1.52,
  strength: 3.74,
  mass: 2.95,
  margin: 3.57,
  unknown: -1.09,
};

/** Matched weight, in words as rare as can be, at which the mass is 1 - 1/e. */
const massScale = 1.5;
const noFeatures: ConfidenceFeatures = { code: 0, family: 0, coverage: 0, strength: 0, mass: 0, margin: 0, unknown: 0 };

export function confidenceFeatures(data: SearchData, ranking: Ranking, rank: number): ConfidenceFeatures {
  const ranked = ranking.ranked[rank];
  if (ranked === undefined) return noFeatures;
  const { matched, asked } = wordWeights(data, ranking, ranked.article);
  const all = asked + ranking.question.unknownWeight;
  const rarest = inverseDocumentFrequency(0, data.articles.length);
  const next = ranking.ranked[rank + 1]?.score ?? 0;
  return {
    code: bestPlace(ranked, 'code'),
    family: bestPlace(ranked, 'code-family'),
    coverage: all === 0 ? 0 : matched / all,
    strength: all === 0 ? 0 : ranked.words / all,
    mass: 1 - Math.exp(-matched / rarest / massScale),
    margin: ranked.score > 0 ? Math.max(0, ranked.score - next) / ranked.score : 0,
    unknown: all === 0 ? 0 : ranking.question.unknownWeight / all,
  };
}

function bestPlace(ranked: Ranked, type: 'code' | 'code-family'): number {
  const reasons = ranked.code?.reasons.filter((reason) => reason.type === type) ?? [];
  return Math.max(0, ...reasons.map((reason) => placeWeights[reason.field]));
}

/** Weight of the words that the article has, and of all that were asked for.  */
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
  const sum = featureNames.reduce(
    (all, name) => all + confidenceModel[name] * features[name],
    confidenceModel.intercept,
  );
  return 1 / (1 + Math.exp(-sum));
}
