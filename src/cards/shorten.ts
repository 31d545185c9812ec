/** The largest offset up to `end` that does not split a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const splitsPair = end < text.length && last >= 0xd800 && last <= 0xdbff;
  return splitsPair ? end - 1 : end;
}

/** Where to divide a text that is longer than `max`: after a line, else after a word, else after a character. */
function divisionPoint(text: string, max: number): number {
  const head = text.slice(0, max);
  const line = head.lastIndexOf('\n') + 1;
  if (line > max / 2) return line;
  const word = head.search(/\s\S*$/) + 1;
  if (word > max / 2) return word;
  return wholeCharacters(text, max);
}

/** `text` in at most `max` UTF-16 units: whole, or cut after a word and ended with an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, divisionPoint(text, max - 1)).trimEnd()}…`;
}

/** `text` in parts of at most `max` UTF-16 units (2 at least), divided after lines or words; joined they are `text`. */
export function divide(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = divisionPoint(rest, max);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
