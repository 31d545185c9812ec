import type { CodeKind } from './types.js';

/** A text whose codes are being read, with what the recognisers want to know about the whole of it. */
export interface Passage {
  text: string;
  /** Every line is at most a few words, as in a chat command or a list of codes: a bare number is then meant as a code. */
  isTerse: boolean;
}

/** A run of ASCII letters and digits that holds a digit: a place where a code may stand. */
export interface Spot {
  start: number;
  end: number;
  word: string;
}

/** One reading of a find, in normal form, without the tables' names. */
export type ReadAs = readonly [kind: CodeKind, code: string];

/** What a recogniser read as a code. */
export interface Find {
  start: number;
  end: number;
  /** Likeliest first; never empty. */
  readAs: readonly ReadAs[];
  /** Where to read on when more than the code was read: after the parameters of a STOP code. */
  resume?: number;
}

/** Looks at one spot; gives the codes that begin there, or none. */
export type Recogniser = (spot: Spot, passage: Passage) => Find[];

const mostWordsOfTerseLine = 4;
const mostTerseLines = 40;
/** Words of a sentence; nobody types them into a command. */
const sentenceWord = /\b(?:the|is|are|was|were|has|have|will|my|your|i|we|you|of|total|about)\b/i;
/** How far a recogniser looks around, in UTF-16 units: this bounds the work at a spot. */
const reach = 64;

export function passageOf(text: string): Passage {
  return { text, isTerse: isTerse(text) };
}

function isTerse(text: string): boolean {
  if (text.length > mostTerseLines * 100) return false;
  const lines = text.split('\n', mostTerseLines + 1);
  if (lines.length > mostTerseLines || sentenceWord.test(text)) return false;
  return lines.every((line) => wordCount(line) <= mostWordsOfTerseLine);
}

function wordCount(line: string): number {
  return line.match(/\S+/g)?.length ?? 0;
}

const digits = /\d/g;

/** The spots of a text from left to right. Reads every character a bounded number of times. */
export function nextSpot(text: string, from: number): Spot | null {
  digits.lastIndex = from;
  if (!digits.test(text)) return null;
  const digit = digits.lastIndex - 1;
  let start = digit;
  while (start > from && isWord(text.charCodeAt(start - 1))) start--;
  let end = digit + 1;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return { start, end, word: text.slice(start, end) };
}

/** The few characters that stand before an offset. */
export function before(passage: Passage, offset: number, length = reach): string {
  return passage.text.slice(Math.max(0, offset - length), offset);
}

/** The few characters that stand after an offset. */
export function after(passage: Passage, offset: number): string {
  return passage.text.slice(offset, offset + reach);
}

/** Matches a sticky expression at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Whether nothing else stands on the line, but for a few blanks, quotes and brackets. */
export function isAloneOnLine(passage: Passage, start: number, end: number): boolean {
  const { text } = passage;
  const lead = before(passage, start).split('\n').at(-1) ?? '';
  const tail = after(passage, end).split('\n', 1)[0] ?? '';
  const isWholeLead = start === lead.length || text.charAt(start - lead.length - 1) === '\n';
  const isWholeTail = end + tail.length === text.length || text.charAt(end + tail.length) === '\n';
  return isWholeLead && isWholeTail && /^[\s"'`*_()[\]?!.]*$/.test(lead + tail);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
