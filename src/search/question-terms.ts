import { analyze, type Word } from './analyzer.js';
import { inverseDocumentFrequency } from './bm25.js';
import { findConcepts } from './concepts.js';
import { findEverydayWords } from './everyday-words.js';
import { isForeignProduct } from './foreign-products.js';
import { documentFrequency } from './postings.js';
import { isIdleWord, looksLikeHostName, withoutNoise } from './question-noise.js';
import { relatedOf } from './related-terms.js';
import { idfOf, type SearchData } from './search-data.js';
import { type SpellingCandidate, spellingCandidates } from './spelling.js';
import { numberOf } from './string-table.js';
import type { Correction } from './types.js';

/** A term that a question's word may stand for. */
export interface Alternative {
  /** Whether it is the word itself (as repaired), or one that is used alike. */
  type: 'same' | 'related';
  term: number;
  /** How far it counts: 1 for the word as asked. */
  weight: number;
}

/** One thing asked for. An article scores with the best of the alternatives that it has. */
export interface QuestionTerm {
  type: 'word' | 'spelling' | 'concept' | 'everyday';
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
  /** A term that is used alike, times its cosine. */
  related: 0.45,
  /** What articles say for an everyday phrase. */
  everyday: 1.1,
};

const longestQuestion = 4000;
const mostWords = 160;
/** When a word that articles have is taken for a slip all the same. */
const doubtful = { share: 0.0001, shortest: 5, times: 50 };
const mostSpellingCandidates = 4;
/** A longer question says enough in its own words. */
const mostRelatedWords = 24;

/** Reads a question against the index. Any text will do; of a very long one the beginning counts. */
export function readQuestion(data: SearchData, text: string): QuestionTerms {
  const words = analyze(withoutNoise(text.slice(0, longestQuestion))).slice(0, mostWords);
  const question: QuestionTerms = {
    terms: [],
    corrections: [],
    parts: [],
    partWords: [],
    unknownWeight: 0,
    foreign: false,
  };
  const everyday = words.length <= mostRelatedWords ? everydayPhrases(data, words) : [];
  const seen = new Set<string>();
  for (const [place, word] of words.entries()) {
    const isUnderstood = everyday.some(({ first, last }) => first <= place && place <= last);
    const parts = addWord(data, question, word, seen, isUnderstood);
    question.parts.push(...parts);
    question.partWords.push(...parts.map(() => word.text));
  }
  if (question.terms.length <= mostRelatedWords) addRelated(data, question);
  addConcepts(data, question);
  for (const phrase of everyday) addEveryday(data, question, phrase);
  return question;
}

/** An everyday phrase of a question, from its first to its last word. */
interface EverydayPhrase {
  first: number;
  last: number;
  asked: string;
  meanings: number[];
}

function everydayPhrases(data: SearchData, words: readonly Word[]): EverydayPhrase[] {
  const places = words.flatMap(({ parts }, place) => parts.map(() => place));
  const parts = words.flatMap((word) => word.parts);
  return findEverydayWords(data.everydayWords, parts).map(({ start, parts: own, meanings }) => {
    const [first, last] = [places[start] ?? 0, places[start + own.length - 1] ?? 0];
    const asked = words.slice(first, last + 1).map(({ text }) => text);
    return { first, last, asked: asked.join(' '), meanings };
  });
}

/** What the question says itself needs no stand-in. */
function addEveryday(data: SearchData, question: QuestionTerms, phrase: EverydayPhrase): void {
  const meanings = phrase.meanings.filter((term) => !question.parts.includes(term));
  if (meanings.length === 0) return;
  const { asked } = phrase;
  const rarest = Math.max(...meanings.map((term) => idfOf(data, term)));
  question.terms.push({
    type: 'everyday',
    asked,
    alternatives: meanings.map((term) => ({ type: 'related', term, weight: idfOf(data, term) / rarest })),
    weight: termWeights.everyday * rarest,
  });
}

/** Lets words that are used alike stand in for the asked ones. */
function addRelated(data: SearchData, question: QuestionTerms): void {
  for (const { type, alternatives } of question.terms) {
    const own = alternatives[0];
    if (type !== 'word' || own === undefined) continue;
    for (const { term, cosine } of relatedOf(data.related, own.term)) {
      const rarity = Math.min(1, idfOf(data, term) / idfOf(data, own.term));
      alternatives.push({ type: 'related', term, weight: termWeights.related * cosine * rarity });
    }
  }
}

/**
 * Adds a word's terms once; returns its parts as they go into phrases.
 * @param isUnderstood whether the word belongs to an everyday phrase: then it is no slip, though no article has it
 */
function addWord(
  data: SearchData,
  question: QuestionTerms,
  word: Word,
  seen: Set<string>,
  isUnderstood: boolean,
): number[] {
  const parts = word.parts.map((part) => numberOf(data.terms, part) ?? -1);
  const key = word.parts.join(' ');
  if (seen.has(key) || isIdleWord(word.text)) return parts;
  seen.add(key);
  const wholes = word.wholes.filter((whole) => frequency(data, whole) > 0);
  for (const whole of wholes) addKnown(data, question, whole, word.text, 1);
  if (word.parts.length > 1 && wholes.length === 0 && looksLikeHostName(word.text)) return parts;
  const pieceWeight = wholes.length > 0 ? termWeights.pieceOfKnownWhole : 1;
  for (const part of word.parts) {
    if (word.parts.length > 1 && (isIdleWord(part) || part.length < 2 || seen.has(part))) continue;
    seen.add(part);
    if (frequency(data, part) > 0)
      addKnown(data, question, part, word.parts.length > 1 ? part : word.text, pieceWeight);
    else if (wholes.length === 0 && !isUnderstood) addUnknown(data, question, part, word, parts);
  }
  return parts;
}

function addKnown(data: SearchData, question: QuestionTerms, term: string, asked: string, factor: number): void {
  const number = numberOf(data.terms, term);
  if (number === null) return;
  question.terms.push({
    type: 'word',
    asked,
    alternatives: [{ type: 'same', term: number, weight: 1 }, ...likelierWords(data, number, asked)],
    weight: factor * idfOf(data, number),
  });
}

/** What a word may stand for that a few articles have by a slip of their own: a far commoner neighbour. */
function likelierWords(data: SearchData, term: number, asked: string): Alternative[] {
  const holders = documentFrequency(data.postings, term);
  if (holders > data.size * doubtful.share || asked.length < doubtful.shortest) return [];
  const commoner = spellingCandidates(data.spelling, asked.toLowerCase(), 1, doubtful.times * holders);
  return commoner
    .filter(({ word, distance }) => distance === 1 && !isIdleWord(word))
    .map((candidate) => {
      const rarity = Math.min(1, idfOf(data, candidate.term) / idfOf(data, term));
      return { type: 'same', term: candidate.term, weight: termWeights.spelling * rarity };
    });
}

/** A word that no article has: repaired when a word of the knowledge base is near, else noted as unknown. */
function addUnknown(data: SearchData, question: QuestionTerms, part: string, word: Word, parts: number[]): void {
  const asked = word.parts.length > 1 ? part : word.text.toLowerCase();
  const foreign = isForeignProduct(asked);
  const candidates = foreign ? [] : spellingCandidates(data.spelling, asked, mostSpellingCandidates);
  const best = candidates[0];
  if (best !== undefined && isIdleWord(best.word)) return;
  if (best === undefined) {
    if (foreign) question.foreign = true;
    else if (looksLikeHostName(asked)) return;
    question.unknownWeight += inverseDocumentFrequency(0, data.size);
    return;
  }
  question.corrections.push({ from: asked, to: best.word });
  question.terms.push(spellingTerm(data, asked, candidates));
  if (parts.length === 1) parts[0] = best.term;
}

function spellingTerm(data: SearchData, asked: string, candidates: SpellingCandidate[]): QuestionTerm {
  const alternatives = candidates.map((candidate, rank) => ({
    type: 'same' as const,
    term: candidate.term,
    weight: rank === 0 ? termWeights.spelling : termWeights.otherSpelling,
  }));
  const weight = Math.max(...alternatives.map(({ term }) => idfOf(data, term)));
  return { type: 'spelling', asked, alternatives, weight };
}

function addConcepts(data: SearchData, question: QuestionTerms): void {
  const seen = new Set<number>();
  for (const { concept, start, length } of findConcepts(data.concepts, question.parts)) {
    const said = [...new Set(question.partWords.slice(start, start + length))];
    if (seen.has(concept) || said.every(isIdleWord) || documentFrequency(data.postings, concept) === 0) continue;
    seen.add(concept);
    question.terms.push({
      type: 'concept',
      asked: said.join(' '),
      alternatives: [{ type: 'same', term: concept, weight: 1 }],
      weight: termWeights.concept * idfOf(data, concept),
    });
  }
}

function frequency(data: SearchData, term: string): number {
  const number = numberOf(data.terms, term);
  return number === null ? 0 : documentFrequency(data.postings, number);
}
