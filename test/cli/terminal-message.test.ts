import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { drawBlocks } from '../../src/cli/terminal-message.js';

const style = { width: 30, nameOf: (id: string) => (id === 'U1' ? 'ana' : id) };

function linesOf(...blocks: KnownBlock[]): string[] {
  return drawBlocks(blocks, 1, style).lines;
}

function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

describe('drawBlocks', () => {
  it('wraps text between words and keeps the margin of a list', () => {
    expect(linesOf(section('one two three four five six seven\n- one two three four five six seven'))).toEqual([
      'one two three four five six',
      'seven',
      '- one two three four five six',
      '  seven',
    ]);
  });

  it('names people, spells links out and takes bold and escapes away', () => {
    expect(linesOf(section('*Fixed.* <@U1> says 1 &lt; 2'), section('<https://a.example|here> <#C1>'))).toEqual([
      'Fixed. @ana says 1 < 2',
      'here (https://a.example) #C1',
    ]);
  });

  it('never wraps code, and wraps list items below their words', () => {
    const code = 'appcmd list config "Default Web Site" -section:x';
    const list: KnownBlock = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'one two three four five six seven' }] },
          ],
        },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: code }] },
      ],
    };
    expect(linesOf(list)).toEqual(['1. one two three four five six', '   seven', `    ${code}`]);
  });

  it('numbers buttons from where it is told to, and names a block that it does not know', () => {
    const button = {
      type: 'button' as const,
      text: { type: 'plain_text' as const, text: 'Full article' },
      action_id: 'a',
    };
    const drawn = drawBlocks(
      [{ type: 'actions', elements: [button] }, { type: 'call', call_id: 'R1' } as never],
      7,
      style,
    );
    expect(drawn).toEqual({
      lines: ['[7] Full article', '(call)'],
      buttons: [{ label: 'Full article', actionId: 'a', value: '' }],
    });
  });

  it('goes on in the next row with buttons that are too wide for one, and breaks none', () => {
    const elements = ['Full article', 'Notes (2)', 'This one has more words than a row', 'Add a note'].map((text) => ({
      type: 'button' as const,
      text: { type: 'plain_text' as const, text },
    }));
    expect(linesOf({ type: 'actions', elements })).toEqual([
      '[1] Full article',
      '[2] Notes (2)',
      '[3] This one has more words than a row',
      '[4] Add a note',
    ]);
    expect(drawBlocks([{ type: 'actions', elements }], 1, { ...style, width: 32 }).lines[0]).toBe(
      '[1] Full article   [2] Notes (2)',
    );
  });
});
