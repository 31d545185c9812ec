/** Slack's marks for bold, italic, struck out, code and a block of code. */
export type Mark = '*' | '_' | '~' | '`' | '```';

/** The text with the mark around the selection, or with the cursor between two marks when nothing is selected. */
export function marked(text: string, from: number, to: number, mark: Mark): { text: string; cursor: number } {
  const isBlock = mark === '```';
  const before = text.slice(0, from);
  const [open, close] = isBlock ? [`${lineBreakAfter(before)}${mark}\n`, `\n${mark}`] : [mark, mark];
  const inside = text.slice(from, to);
  const start = `${before}${open}${inside}`;
  return { text: `${start}${close}${text.slice(to)}`, cursor: start.length + (inside === '' ? 0 : close.length) };
}

/** A block begins on its own line. */
function lineBreakAfter(before: string): string {
  return before === '' || before.endsWith('\n') ? '' : '\n';
}
