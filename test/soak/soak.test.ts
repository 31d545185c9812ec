import { expect, it } from 'vitest';
import { mostGrowth, soak } from '../support/soak.js';

/** `npm run bench:soak` does so for half an hour. */
it('keeps its memory where it is for two minutes under load, and loses and repeats no answer', async () => {
  const { asked, answered, busy, lost, duplicated, growth, samples, exitCode } = await soak({
    minutes: 2,
    perSecond: 40,
    mentions: 0.03,
  });
  expect({ lost, duplicated, exitCode }).toEqual({ lost: 0, duplicated: 0, exitCode: 0 });
  expect(answered + busy).toBe(asked);
  expect(growth.inUse, JSON.stringify(samples)).toBeLessThanOrEqual(mostGrowth.inUse);
}, 360_000);
