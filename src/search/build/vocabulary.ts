import { readWord } from '../analyzer.js';
import { packStrings } from '../string-table.js';
import type { IndexPart } from './part.js';

/** A raw word in terms' numbers. */
interface NumberedWord {
  parts: number[];
  wholes: number[];
  /** How often the word was met. */
  count: number;
}

/** The terms of a part by number, and a memory of the raw words already read. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<string, NumberedWord | null>();

  /** The number of a term; a new term gets the next one. */
  intern(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    return number;
  }

  /** Reads a raw word of an article and counts it; null when it is no word. */
  read(raw: string): NumberedWord | null {
    let word = this.known.get(raw);
    if (word === undefined) {
      word = this.number(raw);
      this.known.set(raw, word);
    }
    if (word !== null) word.count++;
    return word;
  }

  /** Every term in order of number. */
  terms(): string[] {
    return [...this.numbers.keys()];
  }

  /** Every raw word met, with the term that it is indexed under as one. */
  words(): IndexPart['words'] {
    const texts: string[] = [];
    const terms: number[] = [];
    const counts: number[] = [];
    const writes: number[] = [];
    for (const [raw, word] of this.known) {
      const term = word?.wholes[0] ?? word?.parts[0];
      if (word === null || term === undefined) continue;
      texts.push(raw);
      terms.push(term);
      counts.push(word.count);
      writes.push(word.wholes.length > 0 || word.parts.length === 1 ? 1 : 0);
    }
    return {
      texts: packStrings(texts),
      terms: Uint32Array.from(terms),
      counts: Uint32Array.from(counts),
      writes: Uint8Array.from(writes),
    };
  }

  private number(raw: string): NumberedWord | null {
    const word = readWord(raw);
    if (word === null) return null;
    const numbered = (terms: string[]): number[] => terms.map((term) => this.intern(term));
    return { parts: numbered(word.parts), wholes: numbered(word.wholes), count: 0 };
  }
}
