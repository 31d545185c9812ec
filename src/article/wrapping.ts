import type { SourceLine } from './source-line.js';

/** The archive wraps at column 80, older articles at about 70; a line that ends before this was not wrapped. */
const narrowestWrap = 55;

/** Lines of wrapped text that end this far before the next word would have fitted were broken on purpose. */
const slack = 12;

/** Whether lines are one paragraph wrapped by a machine: no next word would have fitted on the line before. */
export function isWrappedProse(lines: SourceLine[]): boolean {
  if (lines.length < 2 || !looksLikeWords(lines)) return false;
  const rooms = lines.slice(0, -1).map((line, index) => roomyEnd(line, lines[index + 1]));
  const narrowest = least(rooms);
  return narrowest > narrowestWrap && narrowest > widestEnd(lines);
}

/** The column at which the widest of some lines ends. */
export function widestEnd(lines: SourceLine[]): number {
  return lines.reduce((widest, line) => Math.max(widest, line.indent + wrappedLength(line.text)), 0);
}

/** Whether `line` was broken on purpose, seen from the column at which the widest line of its paragraph ends. */
export function breaksEarly(line: SourceLine, next: SourceLine | undefined, widest: number): boolean {
  return roomyEnd(line, next) + slack <= Math.max(widest, narrowestWrap);
}

/** The column at which a line would end with the next line's first word on it. */
function roomyEnd(line: SourceLine, next: SourceLine | undefined): number {
  return line.indent + wrappedLength(line.text) + 1 + wrappedLength(firstWord(next?.text ?? ''));
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end === -1 ? text : text.slice(0, end);
}

/** The archive was wrapped while `<`, `>` and `&` still were HTML entities, so they count with their entities' length. */
function wrappedLength(text: string): number {
  return text.length + count(text, '<') * 3 + count(text, '>') * 3 + count(text, '&') * 4;
}

/** Mostly letters and spaces; no remarks of a program, no statements, no columns. */
function looksLikeWords(lines: SourceLine[]): boolean {
  if (lines.some((line) => /[;{}]$| {3,}/.test(line.text))) return false;
  if (lines.every((line) => /^(?:['#;*]|\/\/|REM\b)/i.test(line.text))) return false;
  const text = lines.map((line) => line.text).join(' ');
  return text.replace(/[^A-Za-z ]/g, '').length >= text.length * 0.8;
}

function count(text: string, character: string): number {
  return text.includes(character) ? text.split(character).length - 1 : 0;
}

function least(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}
