import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SlackState } from '../../../src/operating/readiness.js';
import { watchOutage } from '../../../src/slack/connection/give-up.js';

let state: SlackState;
let given: [SlackState, number][];
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  state = 'connected';
  given = [];
  end = watchOutage(
    () => state,
    60_000,
    (...why) => given.push(why),
  );
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('counts anew each time that questions were taken', () => {
  for (let time = 0; time < 5; time += 1) {
    state = 'connecting';
    vi.advanceTimersByTime(50_000);
    state = 'connected';
    vi.advanceTimersByTime(5_000);
  }
  expect(given).toEqual([]);
});

it('gives up once, with what stood in the way at the end', () => {
  state = 'connecting';
  vi.advanceTimersByTime(30_000);
  state = 'token refused';
  vi.advanceTimersByTime(300_000);
  expect(given).toEqual([['token refused', expect.closeTo(60_000, -4)]]);
});
