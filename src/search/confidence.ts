import { inverseDocumentFrequency } from './bm25.js';
import { placeWeights } from './code-index.js';
import type { CodeHit } from './code-ranking.js';
import { findPosting } from './postings.js';
import type { Ranked, Ranking } from './ranking.js';
import type { SearchData } from './search-data.js';

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
  /** 1 when the question names a product of another field that no article names. */
  foreign: number;
}

export const featureNames = ['code', 'family', 'coverage', 'strength', 'mass', 'margin', 'unknown', 'foreign'] as const;

type LogisticModel = Record<keyof ConfidenceFeatures | 'intercept', number>;

/** How likely the result answers the question. Both models are fitted by `bench/fit-confidence.ts`. */
const rightModel: LogisticModel = {
  intercept: -4.7,
  code: 3.3,
  family: 0,
  coverage: 1.67,
  strength: 0.46,
  mass: 4.16,
  margin: 3.74,
  unknown: -1.78,
  foreign: -1.74,
};

/** How likely the question has to do with the articles at all: `kerberos` has, though no article is the answer. */
const relatedModel: LogisticModel = {
  intercept: -2.87,
  code: 3.53,
  family: 0,
  coverage: 3,
  strength: 2.58,
  mass: 2.48,
  margin: 0.52,
  unknown: -2.32,
  foreign: -2.2,
};

/** Matched weight, in words as rare as can be, at which the mass is 1 - 1/e. */
const massScale = 1.5;

export function confidenceFeatures(data: SearchData, ranking: Ranking, rank: number): ConfidenceFeatures | null {
  const ranked = ranking.ranked[rank];
  if (ranked === undefined) return null;
  const { matched, asked } = weights(data, ranking, ranked);
  const all = asked + ranking.question.unknownWeight;
  const rarest = inverseDocumentFrequency(0, data.size);
  const next = ranking.ranked[rank + 1]?.score ?? 0;
  return {
    code: bestPlace(ranked, 'code'),
    family: bestPlace(ranked, 'code-family'),
    coverage: all === 0 ? 0 : matched / all,
    strength: all === 0 ? 0 : ranked.words / all,
    mass: 1 - Math.exp(-matched / rarest / massScale),
    margin: ranked.score > 0 ? Math.max(0, ranked.score - next) / ranked.score : 0,
    unknown: all === 0 ? 0 : ranking.question.unknownWeight / all,
    foreign: ranking.question.foreign ? 1 : 0,
  };
}

function bestPlace(ranked: Ranked, type: 'code' | 'code-family'): number {
  const reasons = ranked.code?.reasons.filter((reason) => reason.type === type) ?? [];
  return Math.max(0, ...reasons.map((reason) => placeWeights[reason.field]));
}

/**
 * Weight of what the article has of the question, and of all that was asked for. A code weighs as much as a word that
 * is as rare as can be: what stands around it in a pasted line says little.
 */
function weights(data: SearchData, ranking: Ranking, { article, code }: Ranked): { matched: number; asked: number } {
  const codeWeight = inverseDocumentFrequency(0, data.size);
  let matched = codeWeight * heldCodes(code);
  let asked = codeWeight * ranking.codes;
  for (const term of ranking.question.terms) {
    asked += term.weight;
    const hit = term.alternatives.find(({ term: number }) => findPosting(data.postings, number, article) >= 0);
    if (hit !== undefined) matched += term.weight * hit.weight;
  }
  return { matched, asked };
}

/** How many of the asked codes an article holds, each by the weight of its best place. */
function heldCodes(code: CodeHit | null): number {
  const best = new Map<string, number>();
  for (const { type, asked, field } of code?.reasons ?? []) {
    if (type === 'code') best.set(asked, Math.max(best.get(asked) ?? 0, placeWeights[field]));
  }
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

/** How likely a result with these features answers the question: 0 to 1. */
export function confidence(features: ConfidenceFeatures | null): number {
  return features === null ? 0 : probability(rightModel, features);
}

/** How likely a question whose first result has these features has to do with the articles: 0 to 1. */
export function relatedness(features: ConfidenceFeatures | null): number {
  return features === null ? 0 : probability(relatedModel, features);
}

function probability(model: LogisticModel, features: ConfidenceFeatures): number {
  const sum = featureNames.reduce((all, name) => all + model[name] * features[name], model.intercept);
  return 1 / (1 + Math.exp(-sum));
}
