import { readFileSync } from 'node:fs';
import { analyze } from './analyzer.js';

/**
 * How people say things who do not know the words of the field, from `everyday-words.txt`: what they say, and what
 * articles say for it. It goes one way only: `squeezed` finds compression, but an article's `squeezed` means itself.
 */
export interface EverydayWords {
  /** By the first part of the phrase; the longest phrases first. */
  phrases: Map<string, EverydayPhrase[]>;
}

interface EverydayPhrase {
  parts: string[];
  /** The number of its row: two phrases of one row say the same. */
  row: number;
  /** The terms of the index that articles use for it. */
  meanings: number[];
}

/** An everyday phrase in a question. */
export interface EverydayFind extends EverydayPhrase {
  /** The place of its first part. */
  start: number;
}

/** A row of the file: what people say, in the parts of its words, and the terms of what articles say. */
interface Row {
  phrases: string[][];
  terms: string[];
}

const rows: readonly Row[] = readRows();

/** Reads the rows against an index. @param termOf the number of a word's term; null when no article has it */
export function createEverydayWords(termOf: (term: string) => number | null): EverydayWords {
  const phrases = new Map<string, EverydayPhrase[]>();
  for (const [row, { phrases: said, terms }] of rows.entries()) {
    const meanings = [...new Set(terms.map(termOf).filter((term) => term !== null))];
    for (const parts of said) {
      const first = parts[0];
      if (first === undefined || meanings.length === 0) continue;
      const siblings = phrases.get(first) ?? [];
      siblings.push({ parts, row, meanings });
      phrases.set(first, siblings);
    }
  }
  for (const siblings of phrases.values()) siblings.sort((a, b) => b.parts.length - a.parts.length);
  return { phrases };
}

/** The everyday phrases in the parts of a question, the longest at each place, each row once. */
export function findEverydayWords({ phrases }: EverydayWords, parts: readonly string[]): EverydayFind[] {
  const found = new Map<number, EverydayFind>();
  for (let start = 0; start < parts.length; start++) {
    const siblings = phrases.get(parts[start] ?? '') ?? [];
    const phrase = siblings.find((candidate) => candidate.parts.every((part, at) => parts[start + at] === part));
    if (phrase !== undefined && !found.has(phrase.row)) found.set(phrase.row, { ...phrase, start });
  }
  return [...found.values()];
}

/**
 * Reads the file: `squeezed, zipped > compression gzip` a line, `#` before a remark. No YAML, whose parser takes a tenth
 * of a second for it at every start. @throws Error that names the line that has another form
 */
function readRows(): Row[] {
  const text = readFileSync(new URL('./everyday-words.txt', import.meta.url), 'utf8');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [left = '', right = '', ...more] = line.split('>');
    const say = left.split(',').map((phrase) => phrase.trim());
    const mean = right.trim().split(/\s+/);
    if (more.length > 0 || say.includes('') || mean.includes('')) {
      throw new Error(`everyday-words.txt, line ${index + 1}: write "what people say, or say > words of articles"`);
    }
    return [
      { phrases: say.map((phrase) => analyze(phrase).flatMap(({ parts }) => parts)), terms: mean.flatMap(termsOf) },
    ];
  });
}

/** The term under which a word is found as one. */
function termsOf(word: string): string[] {
  return analyze(word).flatMap(({ wholes, parts }) => wholes[0] ?? parts[0] ?? []);
}
