import type { Inline } from './types.js';

/**
 * What stands out in a paragraph: code between backticks (which must not touch a word on their outer side: the archive
 * also quotes `like this'), web addresses, and ids of articles (Q and 5 or 6 digits, S or T and a status with its substatus in 5 or 6).
 */
const standOut =
  /(?<![\w`])`([^`\n]*[^`\s])`(?![\w`'])|\b(?:https?|ftp):\/\/[^\s<>"`]+|\b(?:Q\d{5,6}|[ST][1-59]\d{4,5})\b/g;

/** Looking for this first is quick, and most paragraphs have none. */
const mayStandOut = /`|:\/\/|[QST]\d{5}/;

/** Splits a paragraph's text (one line, re-flowed) into its runs. */
export function parseInlines(text: string): Inline[] {
  if (!mayStandOut.test(text)) return text === '' ? [] : [{ type: 'text', text }];
  const inlines: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(standOut)) {
    const inline = inlineOf(match);
    if (match.index > done) inlines.push({ type: 'text', text: text.slice(done, match.index) });
    inlines.push(inline);
    done = match.index + (inline.type === 'code' ? match[0].length : inline.text.length);
  }
  if (done < text.length) inlines.push({ type: 'text', text: text.slice(done) });
  return inlines;
}

function inlineOf(match: RegExpExecArray): Inline {
  const [found, code] = match;
  if (code !== undefined) return { type: 'code', text: code };
  if (/^[QST]/.test(found)) return { type: 'reference', text: found, id: found };
  const url = withoutTrailingPunctuation(found);
  return { type: 'url', text: url, url };
}

/** A sentence's full stop or a bracket around an address is not part of it. */
function withoutTrailingPunctuation(url: string): string {
  let end = url.length;
  while (end > 0 && '.,;:!?\'")]}'.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}
