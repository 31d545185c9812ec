import { describe, expect, it } from 'vitest';
import { lastWeek } from '../../../src/slack/digest/digest.js';

const at = (time: string) => {
  const { since, until } = lastWeek(Date.parse(time));
  return [new Date(since).toISOString(), new Date(until).toISOString()];
};

describe('lastWeek', () => {
  it.each([
    ['2026-11-23T07:00:00Z', '2026-11-16'],
    ['2026-11-25T12:00:00Z', '2026-11-16'],
    ['2026-11-29T23:59:59Z', '2026-11-16'],
    ['2026-11-30T06:59:59Z', '2026-11-16'],
    ['2026-11-30T07:00:00Z', '2026-11-23'],
  ])('at %s begins on Monday %s', (time, monday) => {
    const end = new Date(Date.parse(monday) + 7 * 24 * 60 * 60 * 1000).toISOString();
    expect(at(time)).toEqual([`${monday}T00:00:00.000Z`, end]);
  });
});
