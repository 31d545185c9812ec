import { longestWord, rawWords } from '../analyzer.js';
import { GrowableUint32Array } from '../growable-array.js';

const letter = 1;
const joiner = 2;
/** Half of a character beyond the first plane: what it is only both halves say. */
const surrogate = 3;

/** FNV-1a, 32 bits. */
const hashStart = 0x811c9dc5;
const hashPrime = 0x01000193;
const plus = '+'.charCodeAt(0);
const sharp = '#'.charCodeAt(0);
const underscore = '_'.charCodeAt(0);

/**
 * Numbers the raw words of texts in the order in which they are first met. It splits texts exactly as `rawWords` does,
 * without making a string of every word: most words were met before, and are known by their characters in place.
 */
export class RawWordNumbers {
  private readonly kinds = characterKinds();
  /** The text at hand in UTF-16 units, and one more. */
  private units = new Uint16Array(1 << 14);
  /** The words in UTF-16 units, one behind the other, and where each ends. */
  private pool = new Uint16Array(1 << 18);
  private readonly ends = new GrowableUint32Array();
  /** Open addressing by hash. Each slot is two numbers: the number + 1 of a word, 0 for none, and its hash. */
  private slots = new Uint32Array(1 << 16);

  /** How many words were met. */
  get size(): number {
    return this.ends.length;
  }

  /** A word by its number. */
  text(number: number): string {
    return String.fromCharCode(...this.pool.subarray(this.startOf(number), this.ends.at(number)));
  }

  /** Appends the numbers of a text's words to `into`, in order; words too long to be words are passed over. */
  read(text: string, into: GrowableUint32Array): void {
    const length = this.load(text);
    const { units, kinds } = this;
    const before = into.length;
    for (let at = 0; at < length; ) {
      const kind = kinds[units[at] ?? 0] ?? 0;
      if (kind === surrogate) {
        into.length = before;
        return this.readByPattern(text, into);
      }
      if (kind !== letter) {
        at++;
        continue;
      }
      const start = at;
      let hash = hashStart;
      for (let next = kind; next === letter; ) {
        hash = Math.imul(hash ^ (units[at++] ?? 0), hashPrime);
        next = kinds[units[at] ?? 0] ?? 0;
        if (next !== joiner || kinds[units[at + 1] ?? 0] !== letter) continue;
        hash = Math.imul(hash ^ (units[at++] ?? 0), hashPrime);
        next = letter;
      }
      for (const end = at + suffixLength(units, at, kinds); at < end; at++) {
        hash = Math.imul(hash ^ (units[at] ?? 0), hashPrime);
      }
      if (at - start <= longestWord) into.push(this.numberOf(start, at, hash >>> 0));
    }
  }

  private readByPattern(text: string, into: GrowableUint32Array): void {
    for (const word of rawWords(text)) {
      if (word.length > longestWord) continue;
      const length = this.load(word);
      let hash = hashStart;
      for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (this.units[at] ?? 0), hashPrime);
      into.push(this.numberOf(0, length, hash >>> 0));
    }
  }

  /** Puts a text into `units`, with blanks behind it. @returns its length */
  private load(text: string): number {
    const behind = 2;
    if (text.length + behind > this.units.length) this.units = new Uint16Array((text.length + behind) * 2);
    Buffer.from(this.units.buffer).write(text, 'utf16le');
    this.units.fill(0, text.length, text.length + behind);
    return text.length;
  }

  /** The number of the word between two places of the text; a new word gets the next one. */
  private numberOf(start: number, end: number, hash: number): number {
    const slot = this.slotFor(hash, start, end);
    const known = this.slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const number = this.size;
    this.slots[slot] = number + 1;
    this.slots[slot + 1] = hash;
    this.keep(start, end);
    if (this.size * 4 > this.slots.length) this.spread();
    return number;
  }

  /** The slot that holds the word between two places of the text, or the free one where it would be. */
  private slotFor(hash: number, start: number, end: number): number {
    const { slots } = this;
    for (let slot = firstSlot(hash, slots); ; slot = nextSlot(slot, slots)) {
      const known = slots[slot] ?? 0;
      if (known === 0 || (slots[slot + 1] === hash && this.isAt(known - 1, start, end))) return slot;
    }
  }

  private isAt(number: number, start: number, end: number): boolean {
    const first = this.startOf(number);
    if (this.ends.at(number) - first !== end - start) return false;
    for (let i = end - start - 1; i >= 0; i--) if (this.pool[first + i] !== this.units[start + i]) return false;
    return true;
  }

  /** Adds the word between two places of the text to the pool. */
  private keep(start: number, end: number): void {
    const first = this.startOf(this.size);
    const last = first + end - start;
    if (last > this.pool.length) {
      const { pool } = this;
      this.pool = new Uint16Array(pool.length * 2);
      this.pool.set(pool);
    }
    this.pool.set(this.units.subarray(start, end), first);
    this.ends.push(last);
  }

  /** Doubles the slots. */
  private spread(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) {
      const hash = before[at + 1] ?? 0;
      if (before[at] === 0) continue;
      let slot = firstSlot(hash, this.slots);
      while (this.slots[slot] !== 0) slot = nextSlot(slot, this.slots);
      this.slots.set(before.subarray(at, at + 2), slot);
    }
  }

  private startOf(number: number): number {
    return number === 0 ? 0 : this.ends.at(number - 1);
  }
}

/** How many units of `++` or `#` belong to the word before: `C++`, `C#`, but not `C#sharp`. */
function suffixLength(units: Uint16Array, at: number, kinds: Uint8Array): number {
  const unit = units[at];
  if (unit === plus) return units[at + 1] === plus ? 2 : 0;
  if (unit !== sharp) return 0;
  const next = units[at + 1] ?? 0;
  return kinds[next] === letter && next !== underscore ? 0 : 1;
}

/** The low bits of FNV say little of the first letters. */
function firstSlot(hash: number, slots: Uint32Array): number {
  return ((hash ^ (hash >>> 15)) * 2) & (slots.length - 1);
}

function nextSlot(slot: number, slots: Uint32Array): number {
  return (slot + 2) & (slots.length - 1);
}

/** What each UTF-16 unit is in `rawWords`. */
function characterKinds(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    if (unit >= 0xd800 && unit <= 0xdfff) return surrogate;
    const character = String.fromCharCode(unit);
    if (/[\p{L}\p{N}_]/u.test(character)) return letter;
    return /['’.-]/.test(character) ? joiner : 0;
  });
}
