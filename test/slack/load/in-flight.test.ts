import { describe, expect, it } from 'vitest';
import { createInFlight } from '../../../src/slack/load/in-flight.js';

describe('createInFlight', () => {
  it('waits for what is under way, also when it fails', async () => {
    const inFlight = createInFlight();
    const gates: (() => void)[] = [];
    const gate = () => new Promise<void>((resolve) => gates.push(resolve));
    const first = inFlight.run(gate);
    const second = inFlight.run(async () => {
      await gate();
      throw new Error('broken');
    });
    expect(inFlight.count).toBe(2);
    const drained = inFlight.drain(10_000);
    for (const open of gates) open();
    await first;
    await expect(second).rejects.toThrow('broken');
    expect(await drained).toBe(true);
    expect(inFlight.count).toBe(0);
  });

  it('gives up after the time it was given', async () => {
    const inFlight = createInFlight();
    void inFlight.run(() => new Promise(() => {}));
    expect(await inFlight.drain(10)).toBe(false);
  });

  it('has nothing to wait for when idle', async () => {
    expect(await createInFlight().drain(0)).toBe(true);
  });
});
