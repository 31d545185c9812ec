import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';

/** The parts of a message that carry what a person, or a monitoring tool, wrote. */
export interface MessageContent {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
}

const characterReferences: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What people's keyboards and clients put in place of the plain characters that log lines are made of. */
const typography: [RegExp, string][] = [
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"'],
  [/[\u2018\u2019\u201a\u201b]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/**
 * Undoes Slack's escaping of text that people typed: `<http://web-07/a|web-07/a>` becomes `web-07/a`, mentions of
 * people and broadcasts vanish, channels keep their name, `&lt;` becomes `<`, code marks fall away, smart quotes
 * and long dashes become plain. Decodes once, so what a person typed as `&lt;` arrives as `&lt;`.
 */
export function decodeSlackText(text: string): string {
  const withoutTokens = text.replace(/<([^<>\n]{1,3000})>/g, (_, token: string) => tokenText(token));
  const unescaped = withoutTokens.replace(
    /&(?:lt|gt|amp);/g,
    (reference) => characterReferences[reference] ?? reference,
  );
  return plain(unescaped.replace(/`+/g, ' '));
}

/**
 * The text of a message as its author meant it: rich text where the client sent it (nothing is escaped there),
 * else the decoded `text`; then whatever attachments say, because alerts often say it there.
 */
export function messageText(message: MessageContent): string {
  const rich = arrayOf(message.blocks).filter(isRichText).map(richText).join('\n');
  const own = rich.trim() === '' ? decodeSlackText(message.text ?? '') : plain(rich);
  const attached = arrayOf(message.attachments).map(attachmentText).join('\n');
  return [own, attached]
    .filter((part) => part.trim() !== '')
    .join('\n')
    .trim();
}

/** One `<...>` of Slack's text: a link, a mention or a command. */
function tokenText(token: string): string {
  const [target = '', label] = token.split('|', 2);
  if (target.startsWith('@')) return ' ';
  if (target.startsWith('#')) return label === undefined || label === '' ? ' ' : `#${label}`;
  if (target.startsWith('!date')) return label ?? ' ';
  if (target.startsWith('!')) return ' ';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return `<${token}>`;
  return label ?? target.replace(/^(?:mailto|tel):/, '');
}

function plain(text: string): string {
  return typography.reduce((soFar, [pattern, replacement]) => soFar.replace(pattern, replacement), text).trim();
}

function richText(block: RichTextBlock): string {
  return block.elements.map(richTextPart).join('\n');
}

function richTextPart(part: RichTextBlockElement): string {
  if (part.type === 'rich_text_list') return part.elements.map(richTextPart).join('\n');
  return part.elements.map(richTextElement).join('');
}

function richTextElement(element: RichTextElement): string {
  if (element.type === 'text') return element.text;
  if (element.type === 'link') return element.text ?? element.url;
  return ' ';
}

function attachmentText(attachment: unknown): string {
  if (typeof attachment !== 'object' || attachment === null) return '';
  const { text, fallback, blocks } = attachment as Record<string, unknown>;
  const own = [text, fallback].find((value): value is string => typeof value === 'string' && value !== '');
  return messageText({ text: own, blocks });
}

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRichText(block: unknown): block is RichTextBlock {
  return (
    typeof block === 'object' &&
    block !== null &&
    'type' in block &&
    block.type === 'rich_text' &&
    'elements' in block &&
    Array.isArray(block.elements)
  );
}
