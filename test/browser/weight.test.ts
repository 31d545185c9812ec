import { expect, it } from 'vitest';
import { pageWeight } from '../support/page-weight.js';
import { pageFolder } from '../support/playground.js';

it('The page loads less than 250 kB of script', () => {
  const { script } = pageWeight(pageFolder);
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThan(250);
});
