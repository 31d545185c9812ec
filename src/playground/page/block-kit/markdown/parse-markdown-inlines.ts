import { safeUrl } from '../text/safe-url.js';
import type { MarkdownInline } from './types.js';

const token = new RegExp(
  [
    '\\\\(?<escaped>[\\\\`*_{}\\[\\]()#+\\-.!|~<>])',
    '(?<ticks>`+)(?<code>[^\\n]*?[^`\\n])\\k<ticks>(?!`)',
    '\\[(?<label>[^\\[\\]\\n]+)\\]\\((?<url>[^()\\s]+)(?:\\s+"[^"\\n]*")?\\)',
    '<(?<auto>https?://[^\\s<>]+)>',
    '(?<bare>https?://[^\\s<>()]*[^\\s<>().,;:!?\'"*_])',
    '(?<strong>\\*\\*|__)(?=\\S)(?<bold>[^\\n]*?\\S)\\k<strong>',
    '~~(?=\\S)(?<strike>[^\\n]*?\\S)~~',
    '\\*(?=[^\\s*])(?<star>[^*\\n]*[^\\s*])\\*(?!\\*)',
    '(?<![\\w_])_(?=[^\\s_])(?<under>[^_\\n]*[^\\s_])_(?![\\w_])',
  ].join('|'),
  'g',
);

/** Markdown within a paragraph; tags and mentions are text. */
export function parseMarkdownInlines(text: string, depth = 0): MarkdownInline[] {
  if (depth > 6) return [{ type: 'text', text }];
  const inlines: MarkdownInline[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) inlines.push({ type: 'text', text: text.slice(end, match.index) });
    inlines.push(readToken(match[0], match.groups ?? {}, depth));
    end = match.index + match[0].length;
  }
  if (end < text.length) inlines.push({ type: 'text', text: text.slice(end) });
  return inlines;
}

function readToken(token: string, groups: Record<string, string | undefined>, depth: number): MarkdownInline {
  const { escaped, code, label, url, auto, bare, bold, strike, star, under } = groups;
  const inside = (text: string): MarkdownInline[] => parseMarkdownInlines(text, depth + 1);
  const address = auto ?? bare;
  const italic = star ?? under;
  if (escaped !== undefined) return { type: 'text', text: escaped };
  if (code !== undefined) return { type: 'code', text: code };
  if (label !== undefined && safeUrl(url) !== null) return { type: 'link', url: url ?? '', children: inside(label) };
  if (address !== undefined) return { type: 'link', url: address, children: [{ type: 'text', text: address }] };
  if (bold !== undefined) return { type: 'bold', children: inside(bold) };
  if (strike !== undefined) return { type: 'strike', children: inside(strike) };
  return italic === undefined ? { type: 'text', text: token } : { type: 'italic', children: inside(italic) };
}
