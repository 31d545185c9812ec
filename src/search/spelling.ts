import Fuse from 'fuse.js';
import { editDistance } from './edit-distance.js';
import { countOf, packStrings, type StringTable, stringAt } from './string-table.js';

/** A word of the knowledge base as it is written, in lower case. */
export interface Spelling {
  word: string;
  /** The term that it is indexed under. */
  term: number;
  /** How often it stands in the knowledge base. */
  count: number;
}

/** Every word of letters that articles have, for repairing the words of a question; by number, the commonest first. */
export interface SpellingVocabulary {
  words: StringTable;
  terms: Uint32Array;
  counts: Uint32Array;
  /** One bit for each letter that a word has: words that differ in many letters are passed over at once. */
  letters: Uint32Array;
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

export function spellingVocabulary(spellings: readonly Spelling[]): SpellingVocabulary {
  const sorted = spellings.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  return {
    words: packStrings(sorted.map(({ word }) => word)),
    terms: Uint32Array.from(sorted, ({ term }) => term),
    counts: Uint32Array.from(sorted, ({ count }) => count),
    letters: Uint32Array.from(sorted, ({ word }) => letterBits(word)),
  };
}

/** Words that fuse.js orders: the nearest and commonest. */
const shortList = 16;

/**
 * Words of the knowledge base that `asked` (lower case) may stand for, likeliest first: by edits, swapped neighbours
 * before other slips, then by the place and kind of the slip as fuse.js sees it, then by how common they are.
 * @param leastCount how often a word must stand in the knowledge base
 */
export function spellingCandidates(
  spelling: SpellingVocabulary,
  asked: string,
  limit: number,
  leastCount = 1,
): SpellingCandidate[] {
  if (asked.length < shortestRepaired || !/^[a-z]+$/.test(asked)) return [];
  const edits = asked.length < twoEditsFrom ? 1 : 2;
  const near = nearWords(spelling, asked, edits, leastCount)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, shortList);
  if (near.length < 2) return near;
  const fuse = new Fuse(near, { keys: ['word'], includeScore: true, threshold: 1 });
  const scores = new Map(fuse.search(asked).map(({ item, score }) => [item.word, score ?? 1]));
  const score = ({ word }: SpellingCandidate): number => scores.get(word) ?? 1;
  const swapped = ({ word }: SpellingCandidate): number => (sameLetters(word, asked) ? 0 : 1);
  return near.sort((a, b) => a.distance - b.distance || swapped(a) - swapped(b) || score(a) - score(b)).slice(0, limit);
}

/** Words by falling count, so that a least count ends the search. */
function nearWords(
  spelling: SpellingVocabulary,
  asked: string,
  edits: number,
  leastCount: number,
): SpellingCandidate[] {
  const bits = letterBits(asked);
  const { offsets } = spelling.words;
  const near: SpellingCandidate[] = [];
  for (let i = 0; i < countOf(spelling.words) && (spelling.counts[i] ?? 0) >= leastCount; i++) {
    if (bitCount(bits ^ (spelling.letters[i] ?? 0)) > 2 * edits) continue;
    const length = (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);
    if (Math.abs(length - asked.length) > edits) continue;
    const word = stringAt(spelling.words, i);
    const distance = editDistance(asked, word, edits);
    if (distance > edits || distance === 0) continue;
    near.push({ word, distance, term: spelling.terms[i] ?? 0, count: spelling.counts[i] ?? 0 });
  }
  return near;
}

function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) - 97);
  return bits >>> 0;
}

/** By halves, quarters and so on of the word. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
