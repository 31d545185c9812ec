import { stem } from './stemmer.js';

/** A word as it stands in a text, and the terms that it is found by. */
export interface Word {
  /** As written: `AllowKeepAlive`, `w3svc.dll`. */
  text: string;
  /** Its smallest pieces in reading order (`allow`, `keep`, `aliv`): they make phrases. */
  parts: string[];
  /** The terms for the word as one (`allowkeepalive`); empty when its only part says the same. */
  wholes: string[];
}

/** Letters and digits, held together by the joiners inside names: `w3svc.dll`, `sp6a`, `keep-alives`, `C++`, `user's`. */
const wordPattern = /[\p{L}\p{N}_]+(?:['’.-][\p{L}\p{N}_]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const plainWord = /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/;
const number = /^\d+(?:[.,]\d+)*$/;
const camelBoundary = /(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
/** Runs longer than this (encoded data, pasted garbage) are no words. */
export const longestWord = 64;

/** The raw words of a text in order. Slashes, backslashes and colons separate, so paths and URLs fall into names. */
export function rawWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Reads one raw word; null when it is too long to be one. Equal input gives equal output, so callers may cache. */
export function readWord(raw: string): Word | null {
  if (raw.length > longestWord) return null;
  if (plainWord.test(raw)) return { text: raw, parts: [stem(raw.toLowerCase())], wholes: [] };
  if (number.test(raw)) return { text: raw, parts: [raw], wholes: [] };
  return readCompound(raw);
}

function readCompound(raw: string): Word | null {
  const name = raw
    .replace(/['’][sS]$/, '')
    .replaceAll('’', "'")
    .replaceAll("'", '');
  const parts = name
    .split(/[._-]+/)
    .flatMap((piece) => (number.test(piece) ? piece : piece.split(camelBoundary)))
    .map((part) => stem(part.toLowerCase()))
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  const wholes = wholeTerms(name).filter((whole) => parts.length > 1 || whole !== parts[0]);
  return { text: raw, parts, wholes };
}

/** `keep-alives` is also written `keepalives`; dots and underscores belong to a name and stay. */
function wholeTerms(name: string): string[] {
  const whole = name
    .toLowerCase()
    .replaceAll('-', '')
    .replace(/^_+|(?<!_)_+$/g, '');
  return whole === '' ? [] : [stem(whole)];
}

/** Every word of a text, read. */
export function analyze(text: string): Word[] {
  return rawWords(text).flatMap((raw) => readWord(raw) ?? []);
}
