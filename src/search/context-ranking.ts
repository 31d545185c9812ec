import type { QuestionTerms } from './question-terms.js';
import { idfOf, type SearchData } from './search-data.js';
import { fieldBreak, readStream } from './streams.js';
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
  /** By first part: the second parts that follow it in the question, with the weight of the pair. */
  pairs: Map<number, { second: number; weight: number; id: number }[]>;
  pairCount: number;
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
    const siblings = context.pairs.get(first) ?? [];
    if (siblings.some((sibling) => sibling.second === second)) continue;
    const weight = (idfOf(data, first) + idfOf(data, second)) / 2;
    siblings.push({ second, weight, id: context.pairCount++ });
    context.pairs.set(first, siblings);
    context.most += contextRanking.adjacentPair * weight;
  }
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
  for (const first of context.pairs.keys()) data.scratch.marks[first] = 1;
  for (const article of candidates) {
    const least = best[limit - 1];
    const first = scores[article] ?? 0;
    if (least !== undefined && first + context.most < least) break;
    const final = first + streamScore(data, context, article) + titleScore(data, context, article);
    finals.push(final);
    insert(best, final, limit);
  }
  for (const first of context.pairs.keys()) data.scratch.marks[first] = 0;
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
  const best = new Float64Array(context.pairCount);
  const { streams, scratch } = data;
  const { stream, marks } = scratch;
  const length = readStream(
    streams,
    article,
    stream,
    context.pairCount > 0 ? searchFields.length : queryWordsField + 1,
  );
  const said = new Set<number>();
  let field = 0;
  for (let at = 0; at < length; at++) {
    const part = stream[at] ?? fieldBreak;
    if (part === fieldBreak) {
      field++;
      continue;
    }
    if (field === queryWordsField && context.asked.has(part)) said.add(part);
    if (marks[part] === 0) continue;
    for (const { second, weight, id } of context.pairs.get(part) ?? []) {
      const worth = weight * pairWorth(stream, length, at, second);
      if (worth > (best[id] ?? 0)) best[id] = worth;
    }
  }
  let saidIdf = 0;
  for (const part of said) saidIdf += idfOf(data, part);
  const coverage = context.askedIdf === 0 ? 0 : (saidIdf / context.askedIdf) ** questionCoverage.power * saidIdf;
  return best.reduce((sum, worth) => sum + worth, questionCoverage.queryWords * coverage);
}

function pairWorth(stream: Uint32Array, length: number, at: number, second: number): number {
  if (at + 1 < length && stream[at + 1] === second) return contextRanking.adjacentPair;
  const apart = at + 2 < length && stream[at + 2] === second && stream[at + 1] !== fieldBreak;
  return apart ? contextRanking.nearPair : 0;
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
