import { describe, expect, it } from 'vitest';
import { marked } from '../../../src/playground/page/composer/marks.js';

describe('a mark of the toolbar', () => {
  it('goes around what is selected, with the cursor after it', () => {
    expect(marked('say it loud', 4, 6, '*')).toEqual({ text: 'say *it* loud', cursor: 8 });
  });

  it('takes the cursor between two marks when nothing is selected', () => {
    expect(marked('', 0, 0, '`')).toEqual({ text: '``', cursor: 1 });
  });

  it('makes a block of code on lines of its own', () => {
    expect(marked('log: 401 5 0', 5, 12, '```').text).toBe('log: \n```\n401 5 0\n```');
    expect(marked('401 5 0', 0, 7, '```').text).toBe('```\n401 5 0\n```');
  });
});
