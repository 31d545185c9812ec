import { codeFamily } from '../codes/code-family.js';
import { codeKeys } from '../codes/code-keys.js';
import type { FoundCode } from '../codes/types.js';
import { inverseDocumentFrequency } from './bm25.js';
import { type CodeIndex, holdingsOf, placesOf, placeWeights } from './code-index.js';
import type { SearchData } from './search-data.js';
import type { Reason } from './types.js';

export const codeRanking = {
  /** Score of a code at its best place: more than the words of a short question reach together. */
  exact: 14,
  /** Share of it, times its weight, for each further place: an article about a code says it more than once. */
  furtherPlace: 0.02,
  /** Share of it for a reading after the likeliest that any article has. */
  otherReading: 0.4,
  /** Share of it for the code's family, when the code itself is nowhere. */
  family: 0.5,
};

type CodeReason = Extract<Reason, { type: 'code' | 'code-family' }>;

/** An article that holds codes of the question. */
export interface CodeHit {
  score: number;
  /** Strongest first. */
  reasons: CodeReason[];
}

/** A key to look under, and how far a hit counts. */
interface Lead {
  key: string;
  type: CodeReason['type'];
  weight: number;
}

/** Scores every article that holds a code of the question, or its family where no article holds the code. */
export function scoreCodes({ codes: index, size }: SearchData, codes: readonly FoundCode[]): Map<number, CodeHit> {
  const hits = new Map<number, CodeHit>();
  for (const code of distinctCodes(codes)) {
    const taken = new Set<number>();
    for (const lead of leads(index, code)) addHits(hits, index, lead, code, taken, size);
  }
  for (const hit of hits.values()) hit.reasons.sort((a, b) => placeWeights[b.field] - placeWeights[a.field]);
  return hits;
}

/** Articles have ids, not the text of ids: a KB id is no code to search for. */
export function distinctCodes(codes: readonly FoundCode[]): FoundCode[] {
  return [...new Map(codes.filter(({ kind }) => kind !== 'kb').map((code) => [code.kind + code.code, code])).values()];
}

function leads(index: CodeIndex, code: FoundCode): Lead[] {
  const keys = codeKeys(code).filter((key) => holdingsOf(index, key).end > 0);
  if (keys.length > 0) {
    return keys.map((key, rank) => ({ key, type: 'code', weight: rank === 0 ? 1 : codeRanking.otherReading }));
  }
  const family = codeFamily(code);
  return family === null ? [] : [{ key: family, type: 'code-family', weight: codeRanking.family }];
}

/** Adds the articles under a key, but for those that this code has already found under a better one. */
function addHits(
  hits: Map<number, CodeHit>,
  index: CodeIndex,
  { key, type, weight }: Lead,
  code: FoundCode,
  taken: Set<number>,
  size: number,
): void {
  const { start, end } = holdingsOf(index, key);
  const best = codeRanking.exact * weight * rarity(end - start, size);
  for (let holding = start; holding < end; holding++) {
    const article = index.articles[holding] ?? 0;
    const [field = 'body', ...others] = placesOf(index.places[holding] ?? 0);
    if (taken.has(article)) continue;
    taken.add(article);
    const hit = hits.get(article) ?? { score: 0, reasons: [] };
    const further = others.reduce((sum, place) => sum + placeWeights[place], 0);
    hit.score += best * (placeWeights[field] + codeRanking.furtherPlace * further);
    hit.reasons.push({ type, asked: code.text, found: key.slice(key.indexOf(':') + 1), field });
    hits.set(article, hit);
  }
}

/** A code that few articles hold says more than one that stands everywhere; even that one is worth half. */
function rarity(articles: number, size: number): number {
  return 0.5 + (0.5 * inverseDocumentFrequency(articles, size)) / inverseDocumentFrequency(0, size);
}
