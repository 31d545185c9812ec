/** A stretch of the text, from its first character to the one after its last. */
export type Span = readonly [start: number, end: number];

/** The web addresses of a text in order: digits inside are ports, paths and parameters. */
export function urlSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at)) {
    let end = at + 3;
    while (end < text.length && !/[\s<>"'|]/.test(text.charAt(end))) end++;
    spans.push([at, end]);
    at = end;
  }
  return spans;
}
