import type { SourceLine } from './source-line.js';

/**
 * How the lines of a source are to be read. The archive's have no marks: what stands in from the margin may be code or
 * prose, which its wrapping tells apart, and programs stand at the margin too. Our own pages are exact: four columns
 * in is code, anything else is text.
 */
export type Dialect = 'archive' | 'own';

/** Where lines stand: what is code there depends on it. */
export interface Scope {
  dialect: Dialect;
  /** The column at which text starts: 0, or the text column of a list item. */
  base: number;
  /** Lists and notes around these lines. */
  depth: number;
}

const setOff: Record<Dialect, number> = { archive: 2, own: 4 };

/** Whether a line stands in so far that it may be code. */
export function isSetOff(line: SourceLine, scope: Scope): boolean {
  return line.indent >= scope.base + setOff[scope.dialect];
}

/** Whether a line is code by its indent alone. */
export function isCertainlyCode(line: SourceLine, scope: Scope): boolean {
  return scope.dialect === 'own' && isSetOff(line, scope);
}
