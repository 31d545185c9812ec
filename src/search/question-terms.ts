import { analyze, type Word } from './analyzer.js';
import { inverseDocumentFrequency } from './bm25.js';
import { findConcepts } from './concepts.js';
import { isForeignProduct } from './foreign-products.js';
import { documentFrequency } from './postings.js';
import { isIdleWord, looksLikeHostName, withoutNoise } from './question-noise.js';
import { type SpellingCandidate, spellingCandidates } from './spelling.js';
import type { TextIndex } from './text-index.js';
import type { Correction } from './types.js';

/** A term that a question's word may stand for. */
export interface Alternative {
  term: number;
  /** How far it counts: 1 for the word as asked. */
  weight: number;
}

/** One thing asked for. An article scores with the best of the alternatives that it has. */
export interface QuestionTerm {
  type: 'word' | 'spelling' | 'concept';
  asked: string;
  alternatives: Alternative[];
  /** How much a match says: the inverse document frequency, weighted by kind. */
  weight: number;
}

/** A question as the index understands it. */
export interface QuestionTerms {
  terms: QuestionTerm[];
  corrections: Correction[];
  /** Every part in order, for phrases; -1 for a part that no article has. */
  parts: number[];
  /** The word that each part comes from, as written. */
  partWords: string[];
  /** Weight of the words that no article has, spelt any way: what the question asks for in vain. */
  unknownWeight: number;
  /** Whether it names a product of another field that no article names. */
  foreign: boolean;
}

export const termWeights = {
  /** A piece of a compound (`keep` of `AllowKeepAlive`) beside the compound itself. */
  pieceOfKnownWhole: 0.6,
  concept: 1.4,
  spelling: 0.5,
  /** Spelling candidates after the best. */
  otherSpelling: 0.4,
};

const longestQuestion = 4000;
const mostWords = 160;
const mostSpellingCandidates = 4;

/** Reads a question against the index. Any text will do; of a very long one the beginning counts. */
export function readQuestion(index: TextIndex, text: string): QuestionTerms {
  const words = analyze(withoutNoise(text.slice(0, longestQuestion))).slice(0, mostWords);
  const question: QuestionTerms = {
    terms: [],
    corrections: [],
    parts: [],
    partWords: [],
    unknownWeight: 0,
    foreign: false,
  };
  const seen = new Set<string>();
  for (const word of words) {
    const parts = addWord(index, question, word, seen);
    question.parts.push(...parts);
    question.partWords.push(...parts.map(() => word.text));
  }
  addConcepts(index, question);
  return question;
}

/** Adds a word's terms once; returns its parts as they go into phrases. */
function addWord(index: TextIndex, question: QuestionTerms, word: Word, seen: Set<string>): number[] {
  const parts = word.parts.map((part) => index.vocabulary.numberOf(part) ?? -1);
  const key = word.parts.join(' ');
  if (seen.has(key) || isIdleWord(word.text)) return parts;
  seen.add(key);
  const wholes = word.wholes.filter((whole) => frequency(index, whole) > 0);
  for (const whole of wholes) addKnown(index, question, whole, word.text, 1);
  if (word.parts.length > 1 && wholes.length === 0 && looksLikeHostName(word.text)) return parts;
  const pieceWeight = wholes.length > 0 ? termWeights.pieceOfKnownWhole : 1;
  for (const part of word.parts) {
    if (word.parts.length > 1 && (isIdleWord(part) || part.length < 2 || seen.has(part))) continue;
    seen.add(part);
    if (frequency(index, part) > 0)
      addKnown(index, question, part, word.parts.length > 1 ? part : word.text, pieceWeight);
    else if (wholes.length === 0) addUnknown(index, question, part, word, parts);
  }
  return parts;
}

function addKnown(index: TextIndex, question: QuestionTerms, term: string, asked: string, factor: number): void {
  const number = index.vocabulary.numberOf(term);
  if (number === null) return;
  question.terms.push({
    type: 'word',
    asked,
    alternatives: [{ term: number, weight: 1 }],
    weight: factor * idf(index, number),
  });
}

/** A word that no article has: repaired when a word of the knowledge base is near, else noted as unknown. */
function addUnknown(index: TextIndex, question: QuestionTerms, part: string, word: Word, parts: number[]): void {
  const asked = word.parts.length > 1 ? part : word.text.toLowerCase();
  const foreign = isForeignProduct(asked);
  const candidates = foreign ? [] : spellingCandidates(index.spelling, asked, mostSpellingCandidates);
  const best = candidates[0];
  if (best === undefined) {
    if (foreign) question.foreign = true;
    else if (looksLikeHostName(asked)) return;
    question.unknownWeight += inverseDocumentFrequency(0, index.size);
    return;
  }
  question.corrections.push({ from: asked, to: best.word });
  question.terms.push(spellingTerm(index, asked, candidates));
  if (parts.length === 1) parts[0] = best.term;
}

function spellingTerm(index: TextIndex, asked: string, candidates: SpellingCandidate[]): QuestionTerm {
  const alternatives = candidates.map((candidate, rank) => ({
    term: candidate.term,
    weight: rank === 0 ? termWeights.spelling : termWeights.otherSpelling,
  }));
  const weight = Math.max(...alternatives.map(({ term }) => idf(index, term)));
  return { type: 'spelling', asked, alternatives, weight };
}

function addConcepts(index: TextIndex, question: QuestionTerms): void {
  const seen = new Set<number>();
  for (const { concept, start, length } of findConcepts(index.concepts, question.parts)) {
    const said = [...new Set(question.partWords.slice(start, start + length))];
    if (seen.has(concept) || said.every(isIdleWord) || documentFrequency(index.postings, concept) === 0) continue;
    seen.add(concept);
    question.terms.push({
      type: 'concept',
      asked: said.join(' '),
      alternatives: [{ term: concept, weight: 1 }],
      weight: termWeights.concept * idf(index, concept),
    });
  }
}

function frequency(index: TextIndex, term: string): number {
  const number = index.vocabulary.numberOf(term);
  return number === null ? 0 : documentFrequency(index.postings, number);
}

function idf(index: TextIndex, term: number): number {
  return inverseDocumentFrequency(documentFrequency(index.postings, term), index.size);
}
