import { codeFamily } from '../codes/code-family.js';
import { codeKeys } from '../codes/code-keys.js';
import type { FoundCode } from '../codes/types.js';
import { inverseDocumentFrequency } from './bm25.js';
import { type CodeIndex, type CodePlace, placeWeights } from './code-index.js';
import type { Reason } from './types.js';

export const codeRanking = {
  /** Score of a code at its best place: more than the words of a short question reach together. */
  exact: 14,
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

/** Scores every article that holds a code of the question, or its family where no article holds the code. */
export function scoreCodes(index: CodeIndex, codes: readonly FoundCode[], size: number): Map<number, CodeHit> {
  const hits = new Map<number, CodeHit>();
  const seen = new Set<string>();
  for (const code of codes) {
    const key = code.kind + code.code;
    if (code.kind === 'kb' || seen.has(key)) continue;
    seen.add(key);
    if (!addHits(hits, index, codeKeys(code), code, 'code', size)) {
      addHits(hits, index, familyKeys(code), code, 'code-family', size);
    }
  }
  for (const hit of hits.values()) hit.reasons.sort((a, b) => placeWeights[b.field] - placeWeights[a.field]);
  return hits;
}

/** Adds the articles of the first key that any article has; false when none has. */
function addHits(
  hits: Map<number, CodeHit>,
  index: CodeIndex,
  keys: readonly string[],
  code: FoundCode,
  type: CodeReason['type'],
  size: number,
): boolean {
  const key = keys.find((candidate) => index.has(candidate));
  const places = key === undefined ? undefined : index.get(key);
  if (key === undefined || places === undefined) return false;
  const best = codeRanking.exact * (type === 'code' ? 1 : codeRanking.family) * rarity(places.size, size);
  for (const [article, place] of places) {
    const hit = hits.get(article) ?? { score: 0, reasons: [] };
    hit.score += best * placeWeights[place];
    hit.reasons.push(reason(type, code, key, place));
    hits.set(article, hit);
  }
  return true;
}

/** A code that few articles hold says more than one that stands everywhere; even that one is worth half. */
function rarity(documents: number, size: number): number {
  return 0.5 + (0.5 * inverseDocumentFrequency(documents, size)) / inverseDocumentFrequency(0, size);
}

function reason(type: CodeReason['type'], code: FoundCode, key: string, field: CodePlace): CodeReason {
  return { type, asked: code.text, found: key.slice(key.indexOf(':') + 1), field };
}

function familyKeys(code: FoundCode): string[] {
  const family = codeFamily(code);
  return family === null ? [] : [family];
}
