import { decodeSlackText, longestText, plainCharacters } from './text.js';

/** The parts of a message that carry what a person, or a monitoring tool, wrote. None is trusted to have its form. */
export interface MessageContent {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  files?: unknown;
}

type Fields = Record<string, unknown>;

/**
 * The text of a message as people read it: its blocks, because `text` is only what stands in for them; without any the
 * decoded `text`; then what its attachments say, where alerts often say it, and the beginning of shared text files. At
 * most 10,000 characters of all that, so that no message takes long.
 */
export function messageText({ text, blocks, attachments, files }: MessageContent): string {
  const shown = enoughOf(objects(blocks), blockText);
  const own = isWritten(shown) ? plainCharacters(shown) : decodeSlackText(text ?? '');
  return [own, enoughOf(objects(attachments), attachmentText), enoughOf(objects(files), fileText)]
    .filter(isWritten)
    .join('\n')
    .slice(0, longestText)
    .trim();
}

/** What parts say, a line each, until that is as long as anybody reads. */
function enoughOf(parts: readonly Fields[], textOf: (part: Fields) => string): string {
  let text = '';
  for (const part of parts) {
    const more = textOf(part);
    if (isWritten(more)) text += text === '' ? more : `\n${more}`;
    if (text.length > longestText) break;
  }
  return text;
}

/** The words of a block: rich text as it stands, for nothing is escaped there, and text objects by their kind. */
function blockText(block: Fields): string {
  if (block.type === 'rich_text') return objects(block.elements).map(richTextPart).join('\n');
  if (block.type === 'markdown') return decodeSlackText(string(block.text));
  return [block.text, ...list(block.fields), ...(block.type === 'context' ? list(block.elements) : [])]
    .map(textObject)
    .filter(isWritten)
    .join('\n');
}

function textObject(value: unknown): string {
  if (!isFields(value)) return '';
  if (value.type === 'mrkdwn') return decodeSlackText(string(value.text));
  return value.type === 'plain_text' ? string(value.text) : '';
}

function richTextPart(part: Fields): string {
  if (part.type === 'rich_text_list') return objects(part.elements).map(richTextPart).join('\n');
  return objects(part.elements).map(richTextElement).join('');
}

function richTextElement({ type, text, url }: Fields): string {
  if (type === 'text') return string(text);
  if (type === 'link') return string(text) || string(url);
  return ' ';
}

/** An attachment of the older kind; `fallback` stands in for the others. */
function attachmentText({ pretext, title, text, fields, fallback, blocks }: Fields): string {
  const named = objects(fields).flatMap((field) => [field.title, field.value]);
  const own = [pretext, title, text, ...named].map((value) => decodeSlackText(string(value)));
  const shown = [...own, messageText({ blocks })].filter(isWritten).join('\n');
  return isWritten(shown) ? shown : decodeSlackText(string(fallback));
}

/** What Slack sends along of a snippet or text file: its beginning. */
function fileText({ preview }: Fields): string {
  return plainCharacters(string(preview));
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function objects(value: unknown): Fields[] {
  return list(value).filter(isFields);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
