import { inverseDocumentFrequency } from './bm25.js';
import { documentFrequency } from './postings.js';
import type { QuestionTerms } from './question-terms.js';
import { fieldBreak, type TextIndex } from './text-index.js';

export const textRanking = {
  /** Two neighbours of the question that are neighbours in the article, as a share of their mean idf. */
  adjacentPair: 0.6,
  /** Two neighbours with one word between them. */
  nearPair: 0.1,
  /** The share of a title that the question says, times the idf of what it says. */
  titleCoverage: 0.5,
};

/** Word scores of all articles, and which articles have any. */
export interface TextScores {
  scores: Float32Array;
  matched: number[];
}

/** BM25F over every posting of every term. An article takes the best alternative of each term. */
export function scoreText(index: TextIndex, question: QuestionTerms): TextScores {
  const { postings } = index;
  const scores = new Float32Array(index.size);
  const matched: number[] = [];
  const lastTerm = new Uint32Array(index.size);
  for (const [number, term] of question.terms.entries()) {
    for (const alternative of term.alternatives) {
      const weight = term.weight * alternative.weight;
      const end = postings.offsets[alternative.term + 1] ?? 0;
      for (let at = postings.offsets[alternative.term] ?? 0; at < end; at++) {
        const article = postings.articles[at] ?? 0;
        if (lastTerm[article] === number + 1) continue;
        if (scores[article] === 0) matched.push(article);
        lastTerm[article] = number + 1;
        scores[article] = (scores[article] ?? 0) + weight * (postings.impacts[at] ?? 0);
      }
    }
  }
  return { scores, matched };
}

/** What single terms cannot see, for one article: neighbours that stay neighbours, and how much of the title is said. */
export function contextScore(index: TextIndex, question: QuestionTerms, pairs: QuestionPairs, article: number): number {
  return pairScore(index, pairs, article) + titleScore(index, question, article);
}

/** Pairs of neighbouring parts of a question, with the worth of finding them together. */
export interface QuestionPairs {
  /** By first part: the second parts that follow it in the question, with the weight of the pair. */
  byFirst: Map<number, { second: number; weight: number; id: number }[]>;
  count: number;
}

export function questionPairs(index: TextIndex, question: QuestionTerms): QuestionPairs {
  const pairs: QuestionPairs = { byFirst: new Map(), count: 0 };
  const { parts } = question;
  for (let i = 0; i + 1 < parts.length; i++) {
    const first = parts[i] ?? -1;
    const second = parts[i + 1] ?? -1;
    if (first < 0 || second < 0) continue;
    const siblings = pairs.byFirst.get(first) ?? [];
    if (siblings.some((sibling) => sibling.second === second)) continue;
    siblings.push({ second, weight: (partIdf(index, first) + partIdf(index, second)) / 2, id: pairs.count++ });
    pairs.byFirst.set(first, siblings);
  }
  return pairs;
}

function partIdf(index: TextIndex, part: number): number {
  return inverseDocumentFrequency(documentFrequency(index.postings, part), index.size);
}

function pairScore(index: TextIndex, pairs: QuestionPairs, article: number): number {
  const best = new Float64Array(pairs.count);
  const end = index.streamOffsets[article + 1] ?? 0;
  for (let at = index.streamOffsets[article] ?? 0; at < end; at++) {
    const seconds = pairs.byFirst.get(index.streams[at] ?? fieldBreak);
    if (seconds === undefined) continue;
    for (const { second, weight, id } of seconds) {
      const worth = weight * pairWorth(index, at, second);
      if (worth > (best[id] ?? 0)) best[id] = worth;
    }
  }
  return best.reduce((sum, worth) => sum + worth, 0);
}

function pairWorth(index: TextIndex, at: number, second: number): number {
  if (index.streams[at + 1] === second) return textRanking.adjacentPair;
  const apart = index.streams[at + 2] === second && index.streams[at + 1] !== fieldBreak;
  return apart ? textRanking.nearPair : 0;
}

function titleScore(index: TextIndex, question: QuestionTerms, article: number): number {
  const asked = new Set(question.terms.flatMap((term) => term.alternatives.map((alternative) => alternative.term)));
  let total = 0;
  let said = 0;
  for (const part of index.titles[article] ?? []) {
    const idf = partIdf(index, part);
    total += idf;
    if (asked.has(part)) said += idf;
  }
  return total === 0 ? 0 : textRanking.titleCoverage * (said / total) * said;
}
