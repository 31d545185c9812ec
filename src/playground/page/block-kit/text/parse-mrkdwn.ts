import { type InlineOptions, parseInlines, plainTokens } from './parse-inlines.js';
import type { TextBlock } from './types.js';

/**
 * Slack's markup (https://docs.slack.dev/messaging/formatting-message-text): bold, italic, strike, code, fences,
 * quotes, links, mentions and dates. Lists, headings and tables are not part of it and stay text.
 */
export function parseMrkdwn(text: string, options: InlineOptions): TextBlock[] {
  const parts = text.split(/```\n?([\s\S]+?)\n?```/);
  return parts.flatMap((part, index): TextBlock[] => {
    if (index % 2 === 1) return [{ type: 'preformatted', text: plainTokens(part) }];
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const lines = part.replace(isFirst ? /^$/ : /^\n/, '').replace(isLast ? /^$/ : /\n$/, '');
    return lines === '' ? [] : quotesAndParagraphs(lines, options);
  });
}

const quoteMark = /^(?:&gt;|>) ?/;
const longQuoteMark = /^(?:&gt;|>){3} ?/;

function quotesAndParagraphs(text: string, options: InlineOptions): TextBlock[] {
  const groups: { type: 'paragraph' | 'quote'; lines: string[] }[] = [];
  let restIsQuote = false;
  for (const line of text.split('\n')) {
    const isLong: boolean = !restIsQuote && longQuoteMark.test(line);
    const isQuote = restIsQuote || isLong || quoteMark.test(line);
    const stripped = restIsQuote ? line : line.replace(isLong ? longQuoteMark : quoteMark, '');
    restIsQuote ||= isLong;
    const type = isQuote ? 'quote' : 'paragraph';
    const last = groups.at(-1);
    if (last?.type === type) last.lines.push(stripped);
    else groups.push({ type, lines: [stripped] });
  }
  return groups.map(({ type, lines }) => ({ type, inlines: parseInlines(lines.join('\n'), options) }));
}
