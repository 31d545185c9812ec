import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createArrivals } from '../../../src/slack/load/arrivals.js';

describe('createArrivals', () => {
  /** A clock that goes on by one each time that it is looked at. */
  function countingClock(): () => number {
    let time = 0;
    return () => ++time;
  }

  it('lets all that comes without a pause count as having come with the first', async () => {
    const arrivals = createArrivals(countingClock());
    const first = arrivals.note();
    expect(arrivals.note()).toBe(first);
    for (let turns = 0; turns < 5; turns += 1) {
      await turn();
      expect(arrivals.note()).toBe(first);
    }
  });

  it('begins anew after a turn of the event loop that brought nothing', async () => {
    const arrivals = createArrivals(countingClock());
    const first = arrivals.note();
    for (let turns = 0; turns < 3; turns += 1) await turn();
    expect(arrivals.note()).toBeGreaterThan(first);
  });

  it('pauses until a turn brings nothing new', async () => {
    const arrivals = createArrivals();
    let left = 7;
    const come = () => {
      arrivals.note();
      left -= 1;
      if (left > 0) setImmediate(come);
    };
    setImmediate(come);
    await arrivals.pause(60_000);
    expect(left).toBe(0);
  });

  it('pauses no longer than it may while something comes all the time', async () => {
    const arrivals = createArrivals(countingClock());
    let goesOn = true;
    const come = () => {
      arrivals.note();
      if (goesOn) setImmediate(come);
    };
    come();
    await arrivals.pause(20);
    goesOn = false;
  });
});
