import Fuse from 'fuse.js';
import { editDistance } from './edit-distance.js';
import type { Vocabulary } from './vocabulary.js';

/** The words of the knowledge base as they are written, for repairing the words of a question. */
export interface SpellingVocabulary {
  words: string[];
  /** How often each word stands in the knowledge base. */
  counts: number[];
  /** The term that each word is indexed under. */
  terms: number[];
  /** One bit for each letter that a word has: words that differ in many letters are passed over at once. */
  letters: Uint32Array;
  known: Set<string>;
}

export interface SpellingCandidate {
  word: string;
  term: number;
  /** Edits from the asked word: 1 or 2. */
  distance: number;
  count: number;
}

const shortestRepaired = 4;
/** From this length a word may be two edits away; a shorter one would become another word. */
const twoEditsFrom = 9;

/** Collects every word of letters that articles have. */
export function createSpellingVocabulary(vocabulary: Vocabulary): SpellingVocabulary {
  const counts = new Map<string, { term: number; count: number }>();
  for (const { raw, word } of vocabulary.rawWords()) {
    const written = raw.toLowerCase();
    if (written.length < shortestRepaired - 1 || !/^[a-z]+$/.test(written)) continue;
    const term = word.wholes[0] ?? word.parts[0];
    if (term === undefined) continue;
    const entry = counts.get(written) ?? { term, count: 0 };
    entry.count += word.count;
    counts.set(written, entry);
  }
  const words = [...counts.keys()];
  const entries = [...counts.values()];
  return {
    words,
    counts: entries.map((entry) => entry.count),
    terms: entries.map((entry) => entry.term),
    letters: Uint32Array.from(words, letterBits),
    known: new Set(words),
  };
}

/** Words that fuse.js orders: the nearest and commonest. */
const shortList = 16;

/**
 * Words of the knowledge base that `asked` (lower case) may stand for, likeliest first: by edits, then by the place
 * and kind of the slip as fuse.js sees it, then by how common they are.
 */
export function spellingCandidates(spelling: SpellingVocabulary, asked: string, limit: number): SpellingCandidate[] {
  if (asked.length < shortestRepaired || !/^[a-z]+$/.test(asked)) return [];
  const edits = asked.length < twoEditsFrom ? 1 : 2;
  const near = nearWords(spelling, asked, edits)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, shortList);
  if (near.length < 2) return near;
  const fuse = new Fuse(near, { keys: ['word'], includeScore: true, threshold: 1 });
  const scores = new Map(fuse.search(asked).map(({ item, score }) => [item.word, score ?? 1]));
  const score = ({ word }: SpellingCandidate): number => scores.get(word) ?? 1;
  return near.sort((a, b) => a.distance - b.distance || score(a) - score(b)).slice(0, limit);
}

function nearWords(spelling: SpellingVocabulary, asked: string, edits: number): SpellingCandidate[] {
  const bits = letterBits(asked);
  const near: SpellingCandidate[] = [];
  for (let i = 0; i < spelling.words.length; i++) {
    if (bitCount(bits ^ (spelling.letters[i] ?? 0)) > 2 * edits) continue;
    const word = spelling.words[i] ?? '';
    const distance = editDistance(asked, word, edits);
    if (distance > edits || distance === 0) continue;
    near.push({ word, distance, term: spelling.terms[i] ?? 0, count: spelling.counts[i] ?? 0 });
  }
  return near;
}

function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits >>> 0;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
