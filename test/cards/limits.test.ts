import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { budget, slackLimits } from '../../src/cards/limits.js';

describe('docs/CARDS.md', () => {
  const text = readFileSync('docs/CARDS.md', 'utf8').replace(/\s+/g, ' ');

  it.each([
    ['header', `bold text when it is over ${slackLimits.header} characters`],
    ['cause', `| CAUSE | up to ${written(budget.cause)} characters`],
    ['remedy', `| RESOLUTION | numbered steps, up to ${written(budget.remedy)} characters`],
    ['substitute', `| SUMMARY or SYMPTOMS | up to ${written(budget.substitute)} characters`],
    ['page', `pages of at most ${written(budget.characters - budget.pageFrame)} characters`],
    ['message', `${written(budget.characters)} characters in the blocks`],
    ['Slack', `the ${written(slackLimits.messageCharacters)} or so that Slack takes`],
    ['value', `at most ${written(slackLimits.buttonValue)} characters`],
  ])('gives the budget of %s that the code has', (_, words) => {
    expect(text).toContain(words);
  });
});

function written(number: number): string {
  return number.toLocaleString('en-GB');
}
