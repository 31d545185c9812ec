import { describe, expect, it } from 'vitest';
import { inTurn, postsWaiting } from '../../src/slack/in-turn.js';

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

  it('knows how many wait, over all channels and where most do', async () => {
    const { send, end } = sends();
    const all = ['a', 'b', 'c'].map((name) => inTurn('C1', send(name)));
    all.push(...['d', 'e'].map((name) => inTurn('C2', send(name))));
    await settle();
    expect(postsWaiting()).toEqual({ all: 3, longest: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      end(name);
      await settle();
    }
    await Promise.all(all);
    expect(postsWaiting()).toEqual({ all: 0, longest: 0 });
  });
});
