import { readWord } from '../analyzer.js';
import { GrowableUint32Array } from '../growable-array.js';
import { packStrings } from '../string-table.js';
import type { IndexPart } from './part.js';
import { RawWordNumbers } from './raw-word-numbers.js';

/** The terms of a part by number, and a memory of the raw words already read. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly rawWords = new RawWordNumbers();
  /** The raw words of the text at hand. */
  private readonly met = new GrowableUint32Array();
  /** How often each raw word was met. */
  private readonly counts = new GrowableUint32Array();
  /** The terms' numbers of one raw word behind the other, and where each word's end. */
  private readonly parts = { terms: new GrowableUint32Array(), ends: new GrowableUint32Array() };
  private readonly wholes = { terms: new GrowableUint32Array(), ends: new GrowableUint32Array() };

  /** The number of a term; a new term gets the next one. */
  intern(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(term, number);
    return number;
  }

  /** Reads a text of an article and counts its words. Appends the terms of its parts, in order, and of its wholes. */
  read(text: string, parts: GrowableUint32Array, wholes: GrowableUint32Array): void {
    this.met.length = 0;
    this.rawWords.read(text, this.met);
    for (let raw = this.parts.ends.length; raw < this.rawWords.size; raw++) this.learn(raw);
    for (let i = 0; i < this.met.length; i++) {
      const raw = this.met.at(i);
      this.counts.set(raw, this.counts.at(raw) + 1);
      appendRun(this.parts, raw, parts);
      appendRun(this.wholes, raw, wholes);
    }
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
    for (let raw = 0; raw < this.rawWords.size; raw++) {
      const [partStart, partEnd] = runOf(this.parts, raw);
      const [wholeStart, wholeEnd] = runOf(this.wholes, raw);
      if (partStart === partEnd) continue;
      const isWhole = wholeStart < wholeEnd;
      texts.push(this.rawWords.text(raw));
      terms.push(isWhole ? this.wholes.terms.at(wholeStart) : this.parts.terms.at(partStart));
      counts.push(this.counts.at(raw));
      writes.push(isWhole || partEnd - partStart === 1 ? 1 : 0);
    }
    return {
      texts: packStrings(texts),
      terms: Uint32Array.from(terms),
      counts: Uint32Array.from(counts),
      writes: Uint8Array.from(writes),
    };
  }

  /** Reads a raw word for the first time. One without parts is no word. */
  private learn(raw: number): void {
    const word = readWord(this.rawWords.text(raw));
    for (const part of word?.parts ?? []) this.parts.terms.push(this.intern(part));
    for (const whole of word?.wholes ?? []) this.wholes.terms.push(this.intern(whole));
    this.parts.ends.push(this.parts.terms.length);
    this.wholes.ends.push(this.wholes.terms.length);
    this.counts.push(0);
  }
}

interface Runs {
  terms: GrowableUint32Array;
  ends: GrowableUint32Array;
}

function runOf({ ends }: Runs, raw: number): [start: number, end: number] {
  return [raw === 0 ? 0 : ends.at(raw - 1), ends.at(raw)];
}

function appendRun(runs: Runs, raw: number, to: GrowableUint32Array): void {
  const end = runs.ends.at(raw);
  for (let at = raw === 0 ? 0 : runs.ends.at(raw - 1); at < end; at++) to.push(runs.terms.at(at));
}
