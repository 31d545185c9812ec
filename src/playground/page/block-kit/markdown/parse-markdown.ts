import { readTable } from './read-table.js';
import type { MarkdownBlock } from './types.js';

const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^`]*$/;
const heading = /^ {0,3}(#{1,6})\s(.*)$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const quote = /^ {0,3}> ?/;
const item = /^( {0,3})([-*+]|(\d{1,9})[.)])\s+(?=\S)/;

/** How deep quotes and lists go into each other before the rest is text. */
const deepest = 8;

interface Reading {
  lines: string[];
  at: number;
  depth: number;
}

/** The blocks of a markdown text; what is no markup stays text. */
export function parseMarkdown(text: string, depth = 0): MarkdownBlock[] {
  const reading: Reading = { lines: text.split(/\r?\n/), at: 0, depth };
  const blocks: MarkdownBlock[] = [];
  while (reading.at < reading.lines.length) {
    if (line(reading).trim() === '') reading.at += 1;
    else blocks.push(readBlock(reading));
  }
  return blocks;
}

function readBlock(reading: Reading): MarkdownBlock {
  const first = line(reading);
  const head = heading.exec(first);
  if (fence.test(first)) return readFence(reading);
  if (head !== null) {
    reading.at += 1;
    return { type: 'heading', level: head[1]?.length ?? 1, text: headingText(head[2] ?? '') };
  }
  if (rule.test(first)) {
    reading.at += 1;
    return { type: 'rule' };
  }
  if (reading.depth < deepest && quote.test(first)) return readQuote(reading);
  if (reading.depth < deepest && item.test(first)) return readList(reading);
  return readRows(reading) ?? readParagraph(reading);
}

function readFence(reading: Reading): MarkdownBlock {
  const mark = fence.exec(line(reading))?.[1] ?? '```';
  const start = reading.at + 1;
  reading.at = start;
  while (reading.at < reading.lines.length && !line(reading).trim().startsWith(mark)) reading.at += 1;
  const text = reading.lines.slice(start, reading.at).join('\n');
  reading.at += 1;
  return { type: 'code', text };
}

function readQuote(reading: Reading): MarkdownBlock {
  const lines = takeWhile(reading, (one) => quote.test(one)).map((one) => one.replace(quote, ''));
  return { type: 'quote', blocks: parseMarkdown(lines.join('\n'), reading.depth + 1) };
}

/** Items of one kind; lines that stand deeper than the mark belong to the item. */
function readList(reading: Reading): MarkdownBlock {
  const number = item.exec(line(reading))?.[3];
  const items: MarkdownBlock[][] = [];
  for (;;) {
    const match = reading.at < reading.lines.length ? item.exec(line(reading)) : null;
    if (match === null || (match[3] === undefined) !== (number === undefined)) break;
    items.push(readItem(reading, match[0].length));
  }
  return { type: 'list', start: number === undefined ? null : Number(number), items };
}

function readItem(reading: Reading, indent: number): MarkdownBlock[] {
  const first = line(reading).slice(indent);
  reading.at += 1;
  const belongs = (one: string, index: number): boolean =>
    /^\s{2,}\S/.test(one) || (one.trim() === '' && /^\s{2,}\S/.test(reading.lines[reading.at + index + 1] ?? ''));
  const rest = takeWhile(reading, belongs).map((one) => one.replace(new RegExp(`^\\s{0,${indent}}`), ''));
  while (
    reading.at < reading.lines.length &&
    line(reading).trim() === '' &&
    item.test(reading.lines[reading.at + 1] ?? '')
  )
    reading.at += 1;
  return parseMarkdown([first, ...rest].join('\n'), reading.depth + 1);
}

function readRows(reading: Reading): MarkdownBlock | null {
  const table = readTable(reading.lines.slice(reading.at));
  if (table === null) return null;
  reading.at += table.lines;
  return { type: 'table', rows: table.rows, align: table.align };
}

function readParagraph(reading: Reading): MarkdownBlock {
  const isOver = (one: string, index: number): boolean =>
    index > 0 &&
    (one.trim() === '' || fence.test(one) || heading.test(one) || rule.test(one) || quote.test(one) || item.test(one));
  const lines = takeWhile(reading, (one, index) => !isOver(one, index));
  return { type: 'paragraph', text: lines.join('\n') };
}

function takeWhile(reading: Reading, isIn: (line: string, index: number) => boolean): string[] {
  const rest = reading.lines.slice(reading.at);
  const end = rest.findIndex((one, index) => !isIn(one, index));
  const taken = end === -1 ? rest : rest.slice(0, end);
  reading.at += taken.length;
  return taken;
}

function line({ lines, at }: Reading): string {
  return lines[at] ?? '';
}

/** A heading may be closed by marks like those that open it. */
function headingText(rest: string): string {
  return rest
    .trim()
    .replace(/(?<!#)#+$/, '')
    .trimEnd();
}
