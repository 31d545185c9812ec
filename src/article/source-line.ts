/** One line of a source file, taken apart: what a body is parsed from. */
export interface SourceLine {
  /** 1-based number in the file. */
  number: number;
  /** Columns before the first character, tabs expanded; 0 for a blank line. */
  indent: number;
  /** The line without indent and trailing white space; empty for a blank line. */
  text: string;
}

const tabWidth = 8;

/** Splits a file into its lines without their line ends (LF, CRLF or CR). */
export function splitLines(source: string): string[] {
  return source.includes('\r') ? source.split(/\r\n|\n|\r/) : source.split('\n');
}

/** Takes one line apart. `number` is its 1-based number in the file. */
export function sourceLine(raw: string, number: number): SourceLine {
  const expanded = raw.includes('\t') ? expandTabs(raw) : raw;
  const text = expanded.trim();
  return { number, indent: text === '' ? 0 : expanded.length - expanded.trimStart().length, text };
}

export function isBlank(line: SourceLine): boolean {
  return line.text === '';
}

/** Whether a line's text is nothing but dashes or the like: a separator, an underline, a border. */
export function isRule(text: string): boolean {
  return /^[-=_*~]{3,}$/.test(text);
}

/** The line with its indent, less `common` columns. */
export function indentedText(line: SourceLine, common: number): string {
  return isBlank(line) ? '' : ' '.repeat(Math.max(0, line.indent - common)) + line.text;
}

function expandTabs(raw: string): string {
  let expanded = '';
  for (const [index, part] of raw.split('\t').entries()) {
    if (index > 0) expanded += ' '.repeat(tabWidth - (expanded.length % tabWidth));
    expanded += part;
  }
  return expanded;
}

/** The index of the first line from `from` on that is not blank. */
export function skipBlank(lines: SourceLine[], from: number): number {
  let index = from;
  for (let line = lines[index]; line !== undefined && isBlank(line); line = lines[index]) index += 1;
  return index;
}
