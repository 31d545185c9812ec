import type {
  ActionsBlock,
  Button,
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
} from '@slack/types';
import { wrap } from '../cards/terminal.js';

/** A button as the terminal shows it. */
export interface TerminalButton {
  label: string;
  actionId: string;
  value: string;
}

/** A message drawn for a terminal: its lines, and the buttons that they number from `firstNumber` on. */
export interface TerminalMessage {
  lines: string[];
  buttons: TerminalButton[];
}

/** What drawing needs besides the blocks. */
export interface TerminalStyle {
  /** Columns; code is not wrapped. */
  width: number;
  /** The name of a person or bot by id. */
  nameOf(userId: string): string;
}

const buttonGap = '   ';

/**
 * Draws the blocks of a message as plain lines. Knows the blocks that the bot's cards are made of; another block
 * is named, so that nothing vanishes.
 * @param firstNumber the number that the first button gets
 */
export function drawBlocks(blocks: KnownBlock[], firstNumber: number, style: TerminalStyle): TerminalMessage {
  const buttons: TerminalButton[] = [];
  const lines = blocks.flatMap((block) => {
    const own = buttonsOf(block);
    const labels = own.map((button, index) => `[${firstNumber + buttons.length + index}] ${button.label}`);
    buttons.push(...own);
    return [...drawBlock(block, style), ...rowsOf(labels, style)];
  });
  return { lines, buttons };
}

/** Buttons beside each other, in as many rows as the width asks for; none is broken. */
function rowsOf(labels: string[], { width }: TerminalStyle): string[] {
  const rows: string[] = [];
  for (const label of labels) {
    const row = rows.at(-1);
    if (row === undefined || row.length + buttonGap.length + label.length > width) rows.push(label);
    else rows[rows.length - 1] = row + buttonGap + label;
  }
  return rows;
}

function drawBlock(block: KnownBlock, style: TerminalStyle): string[] {
  switch (block.type) {
    case 'header':
      return [...wrap(block.text.text, style), '='.repeat(Math.min(block.text.text.length, style.width))];
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((part) =>
        part === undefined ? [] : drawMrkdwn(part.text, style),
      );
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? drawMrkdwn(element.text, style) : []));
    case 'rich_text':
      return drawRichText(block, style);
    case 'divider':
      return ['-'.repeat(Math.min(40, style.width))];
    case 'actions':
      return [];
    default:
      return [`(${block.type})`];
  }
}

function drawMrkdwn(text: string, style: TerminalStyle): string[] {
  const plain = text
    .replace(/<@(\w+)>/g, (_, id: string) => `@${style.nameOf(id)}`)
    .replace(/<([^<>|]+)\|([^<>]+)>/g, '$2 ($1)')
    .replace(/<([^<>|]+)>/g, '$1')
    .replace(/\*(\S(?:[^*\n]*\S)?)\*/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return plain.split('\n').flatMap((line) => wrapLine(line, style));
}

/** A line that fits stays as it is; else keeps its margin, and sets the rest of a list item below its words. */
function wrapLine(line: string, style: TerminalStyle): string[] {
  if (line.length <= style.width) return [line];
  const start = /^\s*(?:[-•] |\d+\. )?/.exec(line)?.[0] ?? '';
  return wrap(line.slice(start.length), style, start, ' '.repeat(start.length));
}

function drawRichText(block: RichTextBlock, style: TerminalStyle): string[] {
  return block.elements.flatMap((part) => drawPart(part, style));
}

function drawPart(part: RichTextBlockElement, style: TerminalStyle): string[] {
  if (part.type === 'rich_text_list') {
    const margin = '   '.repeat(part.indent ?? 0);
    const first = offsetOf(part) + 1;
    return part.elements.flatMap((item, index) => {
      const marker = margin + (part.style === 'ordered' ? `${first + index}. ` : '- ');
      const inner = drawPart(item, { ...style, width: style.width - marker.length });
      return indent(inner, marker, ' '.repeat(marker.length));
    });
  }
  const lines = part.elements
    .map((element) => drawElement(element, style))
    .join('')
    .split('\n');
  if (part.type === 'rich_text_preformatted') return lines.map((line) => `    ${line}`);
  return lines.flatMap((line) => wrapLine(line, style));
}

/** Slack numbers an ordered list from here on; the published types do not know the field yet. */
function offsetOf(list: object): number {
  return 'offset' in list && typeof list.offset === 'number' ? list.offset : 0;
}

function drawElement(element: RichTextElement, { nameOf }: TerminalStyle): string {
  if (element.type === 'text') return element.text;
  if (element.type === 'link') return element.text ?? element.url;
  if (element.type === 'date') return element.fallback ?? '';
  if (element.type === 'user') return `@${nameOf(element.user_id)}`;
  return '';
}

function indent(lines: string[], first: string, rest: string): string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}

function buttonsOf(block: KnownBlock): TerminalButton[] {
  if (block.type === 'actions') return block.elements.filter(isButton).map(terminalButton);
  if (block.type === 'section' && block.accessory?.type === 'button') return [terminalButton(block.accessory)];
  return [];
}

function isButton(element: ActionsBlock['elements'][number]): element is Button {
  return element.type === 'button';
}

function terminalButton(button: Button): TerminalButton {
  return { label: button.text.text, actionId: button.action_id ?? '', value: button.value ?? '' };
}
