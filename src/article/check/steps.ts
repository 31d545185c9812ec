import { blocksWithin } from '../blocks-within.js';
import type { List } from '../types.js';
import type { Finding, Rule } from './rule.js';

/** Steps that do not count on: one is missing, or it ran into the text of the step before. */
export const brokenSteps: Rule = {
  name: 'broken-steps',
  severity: 'warning',
  check({ sections }) {
    return sections
      .flatMap(({ blocks }) => blocksWithin(blocks))
      .filter((block) => block.type === 'list')
      .flatMap(gaps);
  },
};

function gaps({ items }: List): Finding[] {
  return items.flatMap(({ line, marker }, index) => {
    const number = stepNumber(marker);
    const before = index === 0 ? 0 : stepNumber(items[index - 1]?.marker ?? '');
    if (number === null || before === null || number === before + 1) return [];
    const message = index === 0 ? `the steps begin with "${marker}"` : `step "${marker}" comes after ${before}`;
    return [
      { line, quote: marker, message, advice: 'number the steps from 1; each begins a line, indented like the others' },
    ];
  });
}

function stepNumber(marker: string): number | null {
  const digits = /\d+/.exec(marker);
  return digits === null ? null : Number(digits[0]);
}
