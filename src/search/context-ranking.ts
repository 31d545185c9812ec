import type { QuestionTerms } from './question-terms.js';
import { idfOf, type SearchData } from './search-data.js';
import { endOfField, endOfStream, StreamReader } from './streams.js';
import { searchFields } from './types.js';

const queryWordsField = searchFields.indexOf('queryWords');

export const contextRanking = {
  /** Two neighbours of the question that are neighbours in the article, as a share of their mean idf. */
  adjacentPair: 0.6,
  /** Two neighbours with one word between them. */
  nearPair: 0.1,
  /** The share of a title that the question says, times the idf of what it says. */
  titleCoverage: 0.5,
};

/** The share of the question that a field says, to a power that leaves out all but nearly the whole question. */
export const questionCoverage = { title: 0.4, queryWords: 1, power: 5 };

/** What single terms cannot see: neighbours that stay neighbours, and how much of a title is said. */
export interface QuestionContext {
  /** By second part: the first parts that stand before it in the question, with the weight of the pair. */
  pairs: Map<number, { first: number; weight: number; id: number }[]>;
  pairCount: number;
  /** By pair: what it is worth in the article at hand. */
  worths: Float64Array;
  /** Terms that the question says in its own words. */
  asked: Set<number>;
  /** The idf of all of them. */
  askedIdf: number;
  /** No article gets more from its context. */
  most: number;
}

/** @param hasSentences whether the question says more than codes: the words of `ERROR_INVALID_PARAMETER` are no neighbours */
export function questionContext(data: SearchData, question: QuestionTerms, hasSentences: boolean): QuestionContext {
  const context: QuestionContext = {
    pairs: new Map(),
    pairCount: 0,
    worths: new Float64Array(),
    asked: askedTerms(question),
    askedIdf: 0,
    most: 0,
  };
  for (const term of context.asked) context.askedIdf += idfOf(data, term);
  const { titleCoverage } = contextRanking;
  context.most = (titleCoverage + questionCoverage.title + questionCoverage.queryWords) * context.askedIdf;
  const parts = hasSentences ? question.parts : [];
  for (let i = 0; i + 1 < parts.length; i++) {
    const first = parts[i] ?? -1;
    const second = parts[i + 1] ?? -1;
    if (first < 0 || second < 0) continue;
    const siblings = context.pairs.get(second) ?? [];
    if (siblings.some((sibling) => sibling.first === first)) continue;
    const weight = (idfOf(data, first) + idfOf(data, second)) / 2;
    siblings.push({ first, weight, id: context.pairCount++ });
    context.pairs.set(second, siblings);
    context.most += contextRanking.adjacentPair * weight;
  }
  context.worths = new Float64Array(context.pairCount);
  return context;
}

function askedTerms({ terms }: QuestionTerms): Set<number> {
  const own = terms.flatMap(({ alternatives }) => alternatives.filter(({ type }) => type === 'same'));
  return new Set(own.map(({ term }) => term));
}

/**
 * Adds the context of each candidate to its score. Candidates come best first: as soon as none of the rest can come
 * among the best `limit`, their contexts are left alone.
 * @param scores first scores by article
 * @returns the final scores in the order of the candidates, as far as they were looked at
 */
export function scoresInContext(
  data: SearchData,
  context: QuestionContext,
  candidates: readonly number[],
  scores: Float32Array,
  limit: number,
): number[] {
  const finals: number[] = [];
  const best: number[] = [];
  const { marks } = data.scratch;
  const marked = [...context.asked, ...context.pairs.keys()];
  for (const part of marked) marks[part] = 1;
  for (const article of candidates) {
    const least = best[limit - 1];
    const first = scores[article] ?? 0;
    if (least !== undefined && first + context.most < least) break;
    const final = first + streamScore(data, context, article) + titleScore(data, context, article);
    finals.push(final);
    insert(best, final, limit);
  }
  for (const part of marked) marks[part] = 0;
  return finals;
}

/** Keeps the `limit` largest, largest first. */
function insert(best: number[], value: number, limit: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1] ?? 0) < value) at--;
  if (at >= limit) return;
  best.splice(at, 0, value);
  if (best.length > limit) best.length = limit;
}

/** Reads the article's stream once: for neighbours in every field, and for what its query words say, which come early. */
function streamScore(data: SearchData, context: QuestionContext, article: number): number {
  const { marks } = data.scratch;
  const { worths } = context;
  worths.fill(0);
  const said = new Set<number>();
  const stream = new StreamReader(data.streams, article);
  const fields = context.pairCount > 0 ? searchFields.length : queryWordsField + 1;
  let field = 0;
  let [beforeLast, last] = [endOfField, endOfField];
  while (field < fields) {
    const part = stream.next();
    if (part < 0) {
      if (part === endOfStream) break;
      field++;
    } else if (marks[part] !== 0) {
      if (field === queryWordsField && context.asked.has(part)) said.add(part);
      for (const { first, weight, id } of context.pairs.get(part) ?? []) {
        const isNear = beforeLast === first && last !== endOfField;
        const share = last === first ? contextRanking.adjacentPair : isNear ? contextRanking.nearPair : 0;
        if (weight * share > (worths[id] ?? 0)) worths[id] = weight * share;
      }
    }
    beforeLast = last;
    last = part;
  }
  let saidIdf = 0;
  for (const part of said) saidIdf += idfOf(data, part);
  const coverage = context.askedIdf === 0 ? 0 : (saidIdf / context.askedIdf) ** questionCoverage.power * saidIdf;
  return worths.reduce((sum, worth) => sum + worth, questionCoverage.queryWords * coverage);
}

function titleScore(data: SearchData, context: QuestionContext, article: number): number {
  let total = 0;
  let said = 0;
  const { parts, offsets } = data.titleParts;
  const end = offsets[article + 1] ?? 0;
  for (let at = offsets[article] ?? 0; at < end; at++) {
    const part = parts[at] ?? 0;
    const idf = idfOf(data, part);
    total += idf;
    if (context.asked.has(part)) said += idf;
  }
  if (said === 0) return 0;
  const { titleCoverage } = contextRanking;
  return (
    (titleCoverage * (said / total) + questionCoverage.title * (said / context.askedIdf) ** questionCoverage.power) *
    said
  );
}
