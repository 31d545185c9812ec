import { describe, expect, it } from 'vitest';
import type { Block, List } from '../../src/article/types.js';
import { blockPieces } from '../../src/cards/block-pieces.js';
import { type Piece, richText } from '../../src/cards/pieces.js';
import { paragraph } from '../support/example-answers.js';

function list(ordered: boolean, ...items: [marker: string, ...blocks: Block[]][]): List {
  return { type: 'list', line: 1, ordered, items: items.map(([marker, ...blocks]) => ({ line: 1, marker, blocks })) };
}

/** The lists as Slack shows them: level, first number, how many items. */
function lists(...blocks: Block[]): [indent: number, first: number, items: number][] {
  return richText(blockPieces(blocks)).elements.flatMap((element) =>
    element.type === 'rich_text_list'
      ? [[element.indent ?? 0, ('offset' in element ? Number(element.offset) : 0) + 1, element.elements.length]]
      : [],
  );
}

const one = paragraph('one');

describe('lists', () => {
  it('keep their numbers after a command between two steps', () => {
    const command: Block = { type: 'code', line: 1, text: 'iisreset' };
    expect(lists(list(true, ['1.', one, command], ['2.', one], ['3.', one]))).toEqual([
      [0, 1, 1],
      [0, 2, 2],
    ]);
  });

  it('go on where the source goes on, and skip where it skips', () => {
    expect(lists(list(true, ['4.', one], ['5.', one], ['9.', one]))).toEqual([
      [0, 4, 2],
      [0, 9, 1],
    ]);
  });

  it('count when the source does not', () => {
    expect(lists(list(true, ['1.', one], ['1.', one], ['1.', one]))).toEqual([[0, 1, 3]]);
  });

  it('stand on the level that Slack numbers as the source does', () => {
    const letters = list(true, ['a.', one], ['b.', one]);
    const numbers = list(true, ['1.', one], ['2.', one]);
    expect(lists(list(true, ['a.', one]))).toEqual([[1, 1, 1]]);
    expect(lists(list(true, ['1.', one, letters], ['2.', one]))).toEqual([
      [0, 1, 1],
      [1, 1, 2],
      [0, 2, 1],
    ]);
    expect(lists(list(true, ['1.', one, numbers]))).toEqual([
      [0, 1, 1],
      [3, 1, 2],
    ]);
    expect(lists(list(false, ['-', one, list(false, ['o', one])]))).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('never go deeper than Slack indents', () => {
    let deep = list(true, ['1.', one]);
    for (let level = 0; level < 12; level += 1) deep = list(true, ['1.', one, deep]);
    expect(Math.max(...lists(deep).map(([indent]) => indent))).toBe(8);
  });
});

describe('pieces', () => {
  it('leave out a run of nothing but control characters, which Slack would refuse', () => {
    const url = { type: 'url' as const, text: '\0', url: '' };
    expect(richText(blockPieces([paragraph({ type: 'text', text: 'shown' }, url)])).elements).toEqual([
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'shown' }] },
    ]);
  });

  it('join paragraphs by a blank line, and the lines of a step by a line break', () => {
    const [section, steps] = richText(blockPieces([one, one, list(true, ['1.', one, one])])).elements;
    expect(JSON.stringify(section)).toContain('"\\n\\n"');
    expect(JSON.stringify(steps)).toContain('"\\n"');
  });

  it('divide what is too long and put it together again', () => {
    const code = Array.from({ length: 60 }, (_, index) => `line ${index} of the listing`).join('\n');
    const pieces = blockPieces([{ type: 'code', line: 1, text: code }], 200);
    expect(pieces.length).toBeGreaterThan(5);
    const [whole, ...others] = richText(pieces).elements;
    expect(others).toEqual([]);
    expect(whole?.type === 'rich_text_preformatted' && whole.elements.map(({ text }) => text).join('')).toBe(code);
  });

  it('leave out what shows nothing', () => {
    const blocks: Block[] = [paragraph(' '), { type: 'code', line: 1, text: '\n' }, list(true, ['1.'])];
    expect(blockPieces(blocks)).toEqual([] satisfies Piece[]);
  });

  it('link only to the web', () => {
    const url = (address: string) => paragraph({ type: 'url', text: address, url: address });
    const types = (block: Block) => JSON.stringify(blockPieces([block])).match(/"type":"(link|text)"/g);
    expect(types(url('https://example.com/a'))).toEqual(['"type":"link"']);
    expect(types(url('ftp://example.com/a'))).toEqual(['"type":"text"']);
  });
});
