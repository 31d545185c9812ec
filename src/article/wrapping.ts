import { endColumn, type SourceLine } from './source-line.js';

/** The archive wraps at column 80, older articles at about 70; a line that ends before this was not wrapped. */
const narrowestWrap = 55;

/** Lines of wrapped text that end this far before the next word would have fitted were broken on purpose. */
const slack = 12;

/** Whether lines are one paragraph wrapped by a machine: no next word would have fitted on the line before. */
export function isWrappedProse(lines: SourceLine[]): boolean {
  if (lines.length < 2 || !lines.every(looksLikeWords)) return false;
  const rooms = lines.slice(0, -1).map((line, index) => roomyEnd(line, lines[index + 1]));
  const narrowest = Math.min(...rooms);
  return narrowest > narrowestWrap && narrowest > Math.max(...lines.map(endColumn));
}

/** Whether `line` was broken on purpose, seen from the widest line of its paragraph. */
export function breaksEarly(line: SourceLine, next: SourceLine | undefined, widest: number): boolean {
  return roomyEnd(line, next) + slack <= Math.max(widest, narrowestWrap);
}

/** The column at which a line would end with the next line's first word on it. */
function roomyEnd(line: SourceLine, next: SourceLine | undefined): number {
  return endColumn(line) + 1 + (next?.text.split(' ', 1)[0]?.length ?? 0);
}

/** Mostly letters and spaces, and no statement's end. */
function looksLikeWords(line: SourceLine): boolean {
  if (/[;{}]$/.test(line.text) || / {3,}/.test(line.text)) return false;
  const letters = line.text.replace(/[^A-Za-z ]/g, '').length;
  return letters >= line.text.length * 0.8;
}
