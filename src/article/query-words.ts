import { isBlank, type SourceLine } from './source-line.js';

/**
 * The label of the query words. The archive spells it in a dozen ways: `Additional query words:`, `querey`, `qeury`,
 * `Additional reference word(s):`, `Additional article reference words:`, `Additional keywords:`, `Additional words:`.
 */
const label = /^Additional (?:(?:article )?(?:que?r[a-z]*|qeury|references?) )?(?:key)?words?(?:\(s\))? *:/i;

/** Takes the query words out of a body, with the lines on which they go on. Every such line of the body counts. */
export function takeQueryWords(lines: SourceLine[]): { queryWords: string[]; rest: SourceLine[] } {
  const queryWords: string[] = [];
  const rest: SourceLine[] = [];
  let inside = false;
  for (const line of lines) {
    const found = line.indent <= 3 ? label.exec(line.text) : null;
    inside = found !== null || (inside && !isBlank(line) && !/^[-=]{3,}$/.test(line.text));
    if (inside) queryWords.push(...words(found === null ? line.text : line.text.slice(found[0].length)));
    else rest.push(line);
  }
  return { queryWords, rest };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
