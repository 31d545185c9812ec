import { analyze } from './analyzer.js';
import { synonyms } from './synonyms.js';

interface Phrase {
  parts: number[];
  concept: number;
}

/** Finds the groups of `synonyms.ts` in running text. A group is a term of its own: both sides of a search meet in it. */
export interface Concepts {
  phrasesByFirstPart: Map<number, Phrase[]>;
  /** The largest first part: in a part of an index the table's words have the smallest numbers. */
  largestFirstPart: number;
  /** The phrases of each concept term, as written in the table with their parts. */
  phrases: Map<number, { text: string; parts: number[] }[]>;
}

/** Reads the table in the numbers of an index. @param numberOf the number of a term; every term of the table has one */
export function createConcepts(numberOf: (term: string) => number): Concepts {
  const concepts: Concepts = { phrasesByFirstPart: new Map(), largestFirstPart: -1, phrases: new Map() };
  for (const group of synonyms) {
    const concept = numberOf(`=${group[0]}`);
    const phrases = group.map((text) => ({ text, parts: phraseParts(text, numberOf) }));
    concepts.phrases.set(concept, phrases);
    for (const { parts } of phrases) {
      const first = parts[0];
      if (first === undefined) continue;
      const siblings = concepts.phrasesByFirstPart.get(first) ?? [];
      siblings.push({ parts, concept });
      concepts.phrasesByFirstPart.set(first, siblings);
      concepts.largestFirstPart = Math.max(concepts.largestFirstPart, first);
    }
  }
  return concepts;
}

function phraseParts(text: string, numberOf: (term: string) => number): number[] {
  return analyze(text).flatMap((word) => word.parts.map(numberOf));
}

/** The concept terms in a run of parts: each with the place and length of the phrase that names it. */
export function findConcepts(
  concepts: Concepts,
  parts: ArrayLike<number>,
): { concept: number; start: number; length: number }[] {
  const found: { concept: number; start: number; length: number }[] = [];
  for (let start = 0; start < parts.length; start++) {
    const first = parts[start] ?? -1;
    const phrases = first > concepts.largestFirstPart ? undefined : concepts.phrasesByFirstPart.get(first);
    if (phrases === undefined) continue;
    for (const phrase of phrases) {
      if (startsWith(parts, start, phrase.parts)) {
        found.push({ concept: phrase.concept, start, length: phrase.parts.length });
      }
    }
  }
  return found;
}

function startsWith(parts: ArrayLike<number>, start: number, phrase: number[]): boolean {
  for (let i = 1; i < phrase.length; i++) if (parts[start + i] !== phrase[i]) return false;
  return true;
}
