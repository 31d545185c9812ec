import { blocksWithin } from '../../src/article/blocks-within.js';
import type { Article } from '../../src/article/types.js';
import { namePlaces } from './names.js';

/** A word of an article's prose. */
export interface Word {
  /** In lower case. */
  text: string;
  /** 1-based line of the source. */
  line: number;
  /** Whether it is part of a name, so that saying it is no copying. */
  isName: boolean;
}

/** A word: letters and digits; what stands between words does not matter. */
export const wordPattern = /[a-z0-9]+(?:['’][a-z]+)?/gi;

/**
 * The prose of an article, in stretches that no run goes across: title, and the text of the sections. Front matter, header,
 * headings, code blocks, log lines and query words (what people type, messages among it) are none; the cells of a table are a
 * stretch each.
 */
export function proseStretches(source: string, article: Article): Word[][] {
  const lines = source.split(/\r?\n/);
  const kept = new Set(proseLines(article, lines));
  const titleLine = lines.findIndex((line) => /^title\s*:/.test(line)) + 1;
  const stretches = words([article.title], Math.max(titleLine, 1));
  let start = 0;
  while (start < lines.length) {
    let end = start;
    while (end < lines.length && kept.has(end)) end += 1;
    if (end > start) stretches.push(...words(lines.slice(start, end), start + 1));
    start = end + 1;
  }
  return stretches;
}

/** Indexes of the lines that are prose. */
function proseLines(article: Article, lines: readonly string[]): number[] {
  const first = article.sections[0]?.line ?? lines.length + 1;
  const blocks = article.sections.flatMap(({ blocks }) => blocksWithin(blocks));
  const apart = new Set(article.sections.filter(({ heading }) => heading !== '').map(({ line }) => line - 1));
  for (const block of blocks) {
    if (block.type === 'heading') apart.add(block.line - 1);
    if (block.type !== 'code') continue;
    const height = block.text.split('\n').length;
    for (let index = 0; index < height; index += 1) apart.add(block.line - 1 + index);
  }
  for (const index of queryWordLines(lines)) apart.add(index);
  return [...lines.keys()].filter((index) => index >= first - 1 && !apart.has(index));
}

function queryWordLines(lines: readonly string[]): number[] {
  const start = lines.findIndex((line) => line.startsWith('Additional query words:'));
  if (start === -1) return [];
  const height = lines.slice(start).findIndex((line) => line.trim() === '');
  return lines.slice(start, height === -1 ? undefined : start + height).map((_, index) => start + index);
}

function words(lines: readonly string[], firstLine: number): Word[][] {
  const text = lines.join('\n');
  const names = namePlaces(text);
  const stretches: Word[][] = [[]];
  let line = firstLine;
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const between = text.slice(last, match.index);
    if (/^[^\n]* {3}/.test(between)) stretches.push([]);
    line += between.split('\n').length - 1;
    last = match.index + match[0].length;
    const isName = names.some(([start, end]) => match.index >= start && last <= end);
    stretches.at(-1)?.push({ text: match[0].toLowerCase(), line, isName });
  }
  return stretches.filter((stretch) => stretch.length > 0);
}
