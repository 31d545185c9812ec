import { emojiSign } from './emoji.js';
import { decodeEntities, parseToken } from './parse-token.js';
import { safeUrl } from './safe-url.js';
import type { Inline } from './types.js';

type Style = 'bold' | 'italic' | 'strike';

export interface InlineOptions {
  /** Bare addresses stay text. */
  verbatim: boolean;
}

const delimiters: Record<string, Style> = { '*': 'bold', _: 'italic', '~': 'strike' };
const token = /<([^<>\n]+)>/y;
const code = /`([^`\n]+)`/y;
const emoji = /:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/y;
const address = /https?:\/\/[^\s<>|`*"]+/y;
const wordSign = /[\p{L}\p{N}]/u;

interface Found {
  inline: Inline;
  end: number;
}

/** Slack's markup within a line or several. `open` are the styles around it, which do not open again. */
export function parseInlines(text: string, options: InlineOptions, open: readonly Style[] = []): Inline[] {
  const inlines: Inline[] = [];
  let textStart = 0;
  let at = 0;
  const flush = (end: number): void => {
    if (end > textStart) inlines.push({ type: 'text', text: decodeEntities(text.slice(textStart, end)) });
  };
  while (at < text.length) {
    const found = inlineAt(text, at, options, open);
    if (found === null) {
      at += 1;
      continue;
    }
    flush(at);
    inlines.push(found.inline);
    at = found.end;
    textStart = at;
  }
  flush(at);
  return inlines;
}

function inlineAt(text: string, at: number, options: InlineOptions, open: readonly Style[]): Found | null {
  switch (text[at]) {
    case '<':
      return found(token, text, at, (inside) => parseToken(inside));
    case '`':
      return found(code, text, at, (inside) => ({ type: 'code', text: plainTokens(inside) }));
    case ':':
      return found(emoji, text, at, (name) => emojiNamed(name));
    case 'h':
      return options.verbatim ? null : bareAddress(text, at);
    case '*':
    case '_':
    case '~':
      return styled(text, at, options, open);
    default:
      return null;
  }
}

function found(pattern: RegExp, text: string, at: number, read: (inside: string) => Inline | null): Found | null {
  const match = matchAt(pattern, text, at);
  const inline = match === null ? null : read(match[1] ?? '');
  return match === null || inline === null ? null : { inline, end: at + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function emojiNamed(name: string): Inline | null {
  const sign = emojiSign(name);
  return sign === null ? null : { type: 'emoji', name, sign };
}

/** Code shows the label of a link and the text of anything else. */
export function plainTokens(text: string): string {
  const replaced = text.replace(/<([^<>\n]+)>/g, (whole, inside: string) => {
    const inline = parseToken(inside);
    return inline?.type === 'link' ? inline.label.replaceAll('&', '&amp;') : whole;
  });
  return decodeEntities(replaced);
}

function bareAddress(text: string, at: number): Found | null {
  if (isWordBefore(text, at)) return null;
  const match = matchAt(address, text, at)?.[0].replace(/(?:[.,;:!?)'\]]|&gt;|&lt;)+$/, '');
  const url = match === undefined ? null : safeUrl(decodeEntities(match));
  if (match === undefined || url === null) return null;
  return { inline: { type: 'link', url, label: decodeEntities(match) }, end: at + match.length };
}

function styled(text: string, at: number, options: InlineOptions, open: readonly Style[]): Found | null {
  const sign = text[at] ?? '';
  const style = delimiters[sign];
  if (style === undefined || open.includes(style) || !opens(text, at, sign)) return null;
  const end = closing(text, at, sign);
  if (end === null) return null;
  const children = parseInlines(text.slice(at + 1, end), options, [...open, style]);
  return { inline: { type: style, children }, end: end + 1 };
}

/** A style begins before a word and after anything that is not part of one. */
function opens(text: string, at: number, sign: string): boolean {
  const next = text[at + 1];
  return !isWordBefore(text, at) && text[at - 1] !== sign && next !== undefined && next !== sign && /\S/.test(next);
}

/** Where the style ends: in the same line, after a word, and before anything that is not part of one. */
function closing(text: string, start: number, sign: string): number | null {
  let at = start + 1;
  while (at < text.length) {
    const sealed = text[at] === '`' ? matchAt(code, text, at) : text[at] === '<' ? matchAt(token, text, at) : null;
    if (sealed !== null) {
      at += sealed[0].length;
      continue;
    }
    if (text[at] === '\n') return null;
    if (text[at] === sign && at > start + 1 && closes(text, at, sign)) return at;
    at += 1;
  }
  return null;
}

function closes(text: string, at: number, sign: string): boolean {
  const next = text[at + 1];
  return /\S/.test(text[at - 1] ?? ' ') && (next === undefined || (next !== sign && !wordSign.test(next)));
}

function isWordBefore(text: string, at: number): boolean {
  const before = text[at - 1];
  return before !== undefined && wordSign.test(before);
}
