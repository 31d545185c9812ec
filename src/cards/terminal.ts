export interface PlainTextOptions {
  /** Columns; longer lines are wrapped, except code and tables. */
  width: number;
  /** Whether the terminal shows ANSI colours. */
  colour: boolean;
}

const styles = { bold: '\u001b[1m', dim: '\u001b[2m' } as const;
const reset = '\u001b[0m';

/** A line in a style, where the terminal shows styles. */
export function paint(style: keyof typeof styles, line: string, { colour }: PlainTextOptions): string {
  return colour && line !== '' ? `${styles[style]}${line}${reset}` : line;
}

/**
 * A text in lines of at most `width` columns, broken between words; a word that is longer keeps a line of its own.
 * Line breaks of the text stay. `first` opens the first line, `rest` the others.
 */
export function wrap(text: string, { width }: { width: number }, first = '', rest = first): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? first : rest;
    let empty = true;
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line);
        line = rest;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
