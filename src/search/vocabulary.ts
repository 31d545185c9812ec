import { readWord } from './analyzer.js';

/** A raw word in terms' numbers. */
export interface NumberedWord {
  parts: number[];
  wholes: number[];
  /** How often the word was met. */
  count: number;
}

/** Every term of the index by number, and a memory of the raw words already read. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, NumberedWord | null>();

  get size(): number {
    return this.numbers.size;
  }

  /** The number of a term, or null when no article has it. */
  numberOf(term: string): number | null {
    return this.numbers.get(term) ?? null;
  }

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
    let word = this.words.get(raw);
    if (word === undefined) {
      word = this.number(raw);
      this.words.set(raw, word);
    }
    if (word !== null) word.count++;
    return word;
  }

  /** The raw words met so far. */
  *rawWords(): Iterable<{ raw: string; word: NumberedWord }> {
    for (const [raw, word] of this.words) if (word !== null) yield { raw, word };
  }

  /** How each term is written most often (`NTLM`, `Keep-Alives`), by its number; a piece of compounds as the term. */
  writings(): string[] {
    const writings = [...this.numbers.keys()];
    const counts = new Uint32Array(writings.length);
    for (const { raw, word } of this.rawWords()) {
      const term = word.wholes[0] ?? word.parts[0];
      if (term === undefined || (word.wholes.length === 0 && word.parts.length > 1)) continue;
      if (word.count <= (counts[term] ?? 0)) continue;
      counts[term] = word.count;
      writings[term] = raw;
    }
    return writings;
  }

  /** Frees the memory of raw words, which only building needs. */
  forgetRawWords(): void {
    this.words.clear();
  }

  private number(raw: string): NumberedWord | null {
    const word = readWord(raw);
    if (word === null) return null;
    const numbered = (terms: string[]): number[] => terms.map((term) => this.intern(term));
    return { parts: numbered(word.parts), wholes: numbered(word.wholes), count: 0 };
  }
}
