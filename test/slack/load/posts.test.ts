import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/log.js';
import { createPosts } from '../../../src/slack/load/posts.js';
import { TooBusy } from '../../../src/slack/load/too-busy.js';
import type { Pace, PostSlots } from '../../../src/store/types.js';

const unpaced: Pace = { everyMs: 0, burst: 1 };
const first = { team: 'T1', channel: 'C1' };

/** Posts, and how often somebody was told that there are too many. */
function somePosts(pace = unpaced, slots: PostSlots | null = null) {
  const busy: string[] = [];
  const posts = createPosts(
    slots,
    { observer: { busy: (reason) => busy.push(reason) }, log: createLogger('silent') },
    pace,
  );
  return { posts, busy };
}

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

describe('messages on their way', () => {
  it('begin when the one before is done, each channel of each workspace on its own', async () => {
    const { posts } = somePosts();
    const { begun, send, end } = sends();
    const all = [
      posts.publicly(first, send('first')),
      posts.publicly(first, send('second')),
      posts.publicly({ team: 'T1', channel: 'C2' }, send('other channel')),
      posts.publicly({ team: 'T2', channel: 'C1' }, send('other team')),
      posts.privately(first, send('private')),
    ];
    await settle();
    expect(begun.toSorted()).toEqual(['first', 'other channel', 'other team', 'private']);
    end('first');
    await settle();
    expect(begun).toContain('second');
    for (const name of begun) end(name);
    expect(await Promise.all(all)).toEqual(['first', 'second', 'other channel', 'other team', 'private']);
  });

  it('go on after one that failed', async () => {
    const { posts } = somePosts();
    const { send, end } = sends();
    const one = posts.publicly(first, send('first'));
    const next = posts.publicly(first, send('second'));
    await settle();
    end('first', 'failed');
    await expect(one).rejects.toThrow('first');
    await settle();
    end('second');
    expect(await next).toBe('second');
  });

  it('are counted, over all channels and where most wait', async () => {
    const { posts } = somePosts();
    const { send, end } = sends();
    const all = ['a', 'b', 'c'].map((name) => posts.publicly(first, send(name)));
    all.push(...['d', 'e'].map((name) => posts.publicly({ team: 'T1', channel: 'C2' }, send(name))));
    await settle();
    expect(posts.waiting()).toEqual({ all: 3, longest: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      end(name);
      await settle();
    }
    await Promise.all(all);
    expect(posts.waiting()).toEqual({ all: 0, longest: 0 });
  });

  it('do not wait behind more than twenty: whoever comes then hears when it is worth another try', async () => {
    const { posts, busy } = somePosts({ everyMs: 1_000, burst: 100 });
    const { begun, send, end } = sends();
    const all = Array.from({ length: 21 }, (_, index) => posts.publicly(first, send(String(index))));
    await expect(posts.publicly(first, send('late'))).rejects.toEqual(new TooBusy('channel', 21));
    expect(busy).toEqual(['channel']);
    for (let index = 0; index < 21; index += 1) {
      await settle();
      end(String(index));
    }
    await Promise.all(all);
    expect(begun).not.toContain('late');
    const again = posts.publicly(first, send('again'));
    await settle();
    end('again');
    expect(await again).toBe('again');
  });

  it('are a thousand at the most, however many channels there are', async () => {
    const { posts } = somePosts();
    const { send, end } = sends();
    const names = Array.from({ length: 1_000 }, (_, index) => String(index));
    const all = names.map((name) => posts.publicly({ team: 'T1', channel: name }, send(name)));
    await expect(posts.publicly(first, send('late'))).rejects.toBeInstanceOf(TooBusy);
    await settle();
    for (const name of names) end(name);
    await Promise.all(all);
  });

  it('keep the pace of their channel after a burst, and delay no other channel', async () => {
    const pace = { everyMs: 200, burst: 2 };
    const { posts } = somePosts(pace);
    const began = performance.now();
    const at: number[] = [];
    const post = (channel: string) =>
      posts.publicly({ team: 'T1', channel }, async () => void at.push(performance.now() - began));
    const mine = Array.from({ length: 5 }, () => post('C1'));
    await post('C2');
    expect(at.length).toBeLessThan(4);
    await Promise.all(mine);
    // Timers may be a moment early.
    expect(Math.max(...at)).toBeGreaterThanOrEqual(3 * pace.everyMs - 5);
  });

  it('take the slots that replicas share, and keep their own pace while the store is away', async () => {
    const taken: string[] = [];
    let isAway = false;
    const slots: PostSlots = {
      async take(team, channel) {
        if (isAway) throw new Error('away');
        taken.push(`${team} ${channel}`);
        return 0;
      },
    };
    const { posts } = somePosts({ everyMs: 60, burst: 1 }, slots);
    const post = () => posts.publicly(first, async () => performance.now());
    await post();
    isAway = true;
    const [second, third] = [await post(), await post()];
    expect(taken).toEqual(['T1 C1']);
    expect(third - second).toBeGreaterThanOrEqual(50);
  });

  it('never pass the pace, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(15), { minLength: 2, maxLength: 8 }), async (pauses) => {
        const pace = { everyMs: 10, burst: 2 };
        const { posts } = somePosts(pace);
        const at: number[] = [];
        const all: Promise<void>[] = [];
        for (const pause of pauses) {
          all.push(posts.publicly(first, async () => void at.push(performance.now())));
          await wait(pause);
        }
        await Promise.all(all);
        for (const [index, time] of at.entries()) {
          const before = at[index - pace.burst];
          if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(pace.everyMs - 3);
        }
      }),
      { numRuns: 15 },
    );
  });
});
