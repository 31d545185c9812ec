import { describe, expect, it } from 'vitest';
import { outputStyle } from '../../src/cli/output-style.js';

const terminal = { isTTY: true, columns: 90 };
const pipe = {};

describe('outputStyle', () => {
  it.each([
    ['a terminal', terminal, {}, true],
    ['a pipe', pipe, {}, false],
    ['NO_COLOR on a terminal', terminal, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['a terminal without colour', terminal, { TERM: 'dumb' }, false],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 on a terminal', terminal, { FORCE_COLOR: '0' }, false],
    ['both', terminal, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('colours for %s: %j %j %j', (_, output, environment, colour) => {
    expect(outputStyle(output, environment).colour).toBe(colour);
  });

  it.each([
    [{ isTTY: true, columns: 60 }, 60],
    [{ isTTY: true, columns: 300 }, 100],
    [{ isTTY: true, columns: 0 }, 80],
    [pipe, 80],
  ])('is as wide as %j: %i', (output, width) => {
    expect(outputStyle(output, {}).width).toBe(width);
  });
});
