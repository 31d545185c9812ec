import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonLine, jsonLines, preview } from '../../../../src/playground/page/inspector/json-lines.js';

const nothingChosen = new Map<string, boolean>();

function shown(value: unknown, openLevels: number, chosen: ReadonlyMap<string, boolean> = nothingChosen): string[] {
  return jsonLines(value, { openLevels, chosen }).map((line) => {
    const text = line.isOpen ? (line.isEncoded ? 'JSON in a string' : '') : preview(line);
    return `${'  '.repeat(line.level - 1)}${line.key === null ? '' : `${line.key}: `}${text}`.trimEnd();
  });
}

describe('the lines of a JSON tree', () => {
  const block = { type: 'section', text: { type: 'mrkdwn', text: 'one\ntwo' }, fields: [] };

  it('are the outermost alone when nothing is open, with its type', () => {
    expect(shown(block, 0)).toEqual(['{ type: "section", … }']);
    expect(shown([block, block], 0)).toEqual(['[ 2 ]']);
    expect(shown({ a: 1, b: 2 }, 0)).toEqual(['{ a, b }']);
    expect(shown('C:\\new\nline', 0)).toEqual(['"C:\\\\new\nline"']);
  });

  it('show as many levels as are open, and what somebody opened or closed', () => {
    expect(shown(block, 1)).toEqual(['', '  type: "section"', '  text: { type: "mrkdwn", … }', '  fields: []']);
    expect(shown(block, 1, new Map([['/text', true]]))).toContain('    text: "one\ntwo"');
    expect(shown(block, 1, new Map([['', false]]))).toHaveLength(1);
  });

  it('open JSON that stands in a string, and leave other brackets alone', () => {
    expect(shown({ view: '{"type":"modal"}', text: '{0} is [not] JSON' }, 2)).toEqual([
      '',
      '  view: JSON in a string',
      '    type: "modal"',
      '  text: "{0} is [not] JSON"',
    ]);
  });

  it('have a path of their own each, a parent before them, and places that count up', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, openLevels) => {
        const lines = jsonLines(value, { openLevels, chosen: nothingChosen });
        const byPath = new Map(lines.map((line) => [line.path, line]));
        expect(byPath.size).toBe(lines.length);
        for (const line of lines) checkPlace(line, byPath);
      }),
    );
  });

  it('are all there when all levels are open', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const lines = jsonLines(value, { openLevels: 100, chosen: nothingChosen });
        const scalars = lines.filter(({ entries }) => entries === null);
        expect(lines.every(({ entries, isOpen }) => isOpen === (entries !== null))).toBe(true);
        expect(scalars.length).toBe(countScalars(value));
      }),
    );
  });
});

function checkPlace(line: JsonLine, byPath: ReadonlyMap<string, JsonLine>): void {
  expect(line.position).toBeLessThanOrEqual(line.siblings);
  if (line.parent === null) return;
  const parent = byPath.get(line.parent);
  expect(parent?.isOpen).toBe(true);
  expect(parent?.entries?.length).toBe(line.siblings);
  expect(line.level).toBe((parent?.level ?? 0) + 1);
}

/** What ends in a leaf; an empty object or array is one, and a string that holds either is read like it. */
function countScalars(value: unknown): number {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      return countScalars(JSON.parse(value));
    } catch {
      return 1;
    }
  }
  if (typeof value !== 'object' || value === null) return 1;
  const inside = Object.values(value);
  return inside.length === 0 ? 1 : inside.reduce((sum: number, one) => sum + countScalars(one), 0);
}
