import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { analyze } from './analyzer.js';

const words = z.array(z.string().min(1)).min(1);

/**
 * How people say things who do not know the words of the field, from `everyday-words.yaml`: what they say, and what
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

/** Reads the file against an index. @param termOf the number of a word's term; null when no article has it */
export function createEverydayWords(termOf: (term: string) => number | null): EverydayWords {
  const phrases = new Map<string, EverydayPhrase[]>();
  for (const [row, { say, mean }] of rows().entries()) {
    const meanings = mean.flatMap((word) => termsOf(word).map(termOf)).filter((term) => term !== null);
    for (const text of say) {
      const parts = analyze(text).flatMap((word) => word.parts);
      const first = parts[0];
      if (first === undefined || meanings.length === 0) continue;
      const siblings = phrases.get(first) ?? [];
      siblings.push({ parts, row, meanings: [...new Set(meanings)] });
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

function rows(): { say: string[]; mean: string[] }[] {
  const text = readFileSync(new URL('./everyday-words.yaml', import.meta.url), 'utf8');
  return z.array(z.object({ say: words, mean: words })).parse(parse(text));
}

/** The term under which a word is found as one. */
function termsOf(word: string): string[] {
  return analyze(word).flatMap(({ wholes, parts }) => wholes[0] ?? parts[0] ?? []);
}
