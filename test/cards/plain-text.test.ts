import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { articlePlainText, plainText } from '../../src/cards/plain-text.js';
import { goodAnswer, keepAlives, longSteps } from '../support/example-answers.js';

describe('plainText', () => {
  it.each([40, 72, 100])('wraps at %i columns', (width) => {
    const lines = articlePlainText(longSteps, { width, colour: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.some((line) => line.length > width - 15)).toBe(true);
  });

  it('is coloured only when asked, and is the same text then', () => {
    const plain = plainText(goodAnswer, { width: 80, colour: false });
    const coloured = plainText(goodAnswer, { width: 80, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[1mCAUSE\u001b[0m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('keeps commands verbatim', () => {
    const text = articlePlainText(keepAlives, { width: 30, colour: false });
    expect(text).toContain('cscript adsutil.vbs set W3SVC/1/AllowKeepAlive 1\n');
  });

  it('shows every step', () => {
    expect(articlePlainText(longSteps, { width: 80, colour: false })).toContain('40. Part 40 of the move');
  });
});
