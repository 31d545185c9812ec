import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/slack/in-turn.js';

/** Sends that end when told, and the order in which they began. */
function sends() {
  const begun: string[] = [];
  const end = new Map<string, (how: 'done' | 'failed') => void>();
  const send = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve, reject) => {
      end.set(name, (how) => (how === 'done' ? resolve(name) : reject(new Error(name))));
    });
  };
  return { begun, send, end: (name: string, how: 'done' | 'failed' = 'done') => end.get(name)?.(how) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('inTurn', () => {
  it('begins the next one when the one before is done, each channel on its own', async () => {
    const { begun, send, end } = sends();
    const first = inTurn('C1', send('first'));
    const second = inTurn('C1', send('second'));
    const elsewhere = inTurn('C2', send('elsewhere'));
    await settle();
    expect(begun).toEqual(['first', 'elsewhere']);
    end('first');
    expect(await first).toBe('first');
    await settle();
    expect(begun).toEqual(['first', 'elsewhere', 'second']);
    end('second');
    end('elsewhere');
    expect(await Promise.all([second, elsewhere])).toEqual(['second', 'elsewhere']);
  });

  it('goes on after one that failed', async () => {
    const { send, end } = sends();
    const first = inTurn('C1', send('first'));
    const second = inTurn('C1', send('second'));
    await settle();
    end('first', 'failed');
    await expect(first).rejects.toThrow('first');
    await settle();
    end('second');
    expect(await second).toBe('second');
  });
});
