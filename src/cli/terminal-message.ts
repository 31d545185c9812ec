import type {
  ActionsBlock,
  Button,
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
} from '@slack/types';

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

/**
 * Draws the blocks of a message as plain lines. Knows the blocks that the bot's cards are made of; another block
 * is named, so that nothing vanishes.
 * @param firstNumber the number that the first button gets
 */
export function drawBlocks(blocks: KnownBlock[], firstNumber: number): TerminalMessage {
  const buttons: TerminalButton[] = [];
  const lines = blocks.flatMap((block) => {
    const own = buttonsOf(block);
    const labels = own.map((button, index) => `[${firstNumber + buttons.length + index}] ${button.label}`);
    buttons.push(...own);
    return [...drawBlock(block), ...(labels.length > 0 ? [labels.join('   ')] : [])];
  });
  return { lines, buttons };
}

function drawBlock(block: KnownBlock): string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text, '='.repeat(Math.min(block.text.text.length, 78))];
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((part) => (part === undefined ? [] : drawMrkdwn(part.text)));
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? drawMrkdwn(element.text) : []));
    case 'rich_text':
      return drawRichText(block);
    case 'divider':
      return ['-'.repeat(40)];
    case 'actions':
      return [];
    default:
      return [`(${block.type})`];
  }
}

function drawMrkdwn(text: string): string[] {
  const withoutLinks = text.replace(/<([^<>|]+)\|([^<>]+)>/g, '$2 ($1)').replace(/<([^<>|]+)>/g, '$1');
  return withoutLinks.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').split('\n');
}

function drawRichText(block: RichTextBlock): string[] {
  return block.elements.flatMap(drawPart);
}

function drawPart(part: RichTextBlockElement): string[] {
  if (part.type === 'rich_text_list') {
    const margin = '   '.repeat(part.indent ?? 0);
    const first = offsetOf(part) + 1;
    return part.elements.flatMap((item, index) => {
      const marker = part.style === 'ordered' ? `${first + index}. ` : '- ';
      return indent(drawPart(item), margin + marker, margin + ' '.repeat(marker.length));
    });
  }
  const lines = part.elements.map(drawElement).join('').split('\n');
  return part.type === 'rich_text_preformatted' ? lines.map((line) => `    ${line}`) : lines;
}

/** Slack numbers an ordered list from here on; the published types do not know the field yet. */
function offsetOf(list: object): number {
  return 'offset' in list && typeof list.offset === 'number' ? list.offset : 0;
}

function drawElement(element: RichTextElement): string {
  if (element.type === 'text') return element.text;
  if (element.type === 'link') return element.text ?? element.url;
  if (element.type === 'user') return `@${element.user_id}`;
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
