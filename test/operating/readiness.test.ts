import { describe, expect, it } from 'vitest';
import { createReadiness, type SlackState } from '../../src/operating/readiness.js';
import { StoreError } from '../../src/store/store-error.js';

const index = () => ({ articles: 75, made: new Date(0) });
const connected = (): SlackState => 'connected';

describe('createReadiness', () => {
  it('names each part with its state', async () => {
    const readiness = createReadiness({ store: async () => {}, slack: connected, index });
    expect(await readiness()).toEqual({
      ready: true,
      degraded: [],
      checks: {
        index: { state: 'loaded', articles: 75, made: '1970-01-01T00:00:00.000Z' },
        slack: { state: 'connected' },
        store: { state: 'up' },
      },
    });
  });

  it.each<SlackState>(['connecting', 'token refused', 'stopping'])('is not ready while Slack is %s', async (state) => {
    const readiness = createReadiness({ store: null, slack: () => state, index });
    expect(await readiness()).toMatchObject({ ready: false, checks: { slack: { state } } });
  });

  it('is not ready without articles', async () => {
    const readiness = createReadiness({ store: null, slack: connected, index: () => ({ articles: 0, made: null }) });
    expect(await readiness()).toMatchObject({ ready: false, checks: { index: { state: 'empty', made: null } } });
  });

  it('is ready and degraded while the store is away, and tells a code only', async () => {
    const away = async () => {
      throw new StoreError('store-away', 'postgres://bot@db.example.com does not answer');
    };
    const found = await createReadiness({ store: away, slack: connected, index })();
    expect(found).toMatchObject({
      ready: true,
      degraded: ['store'],
      checks: { store: { state: 'away', code: 'store-away' } },
    });
    expect(JSON.stringify(found)).not.toContain('example.com');
  });

  it('does not wait for a store that hangs', async () => {
    const readiness = createReadiness({ store: () => new Promise(() => {}), slack: connected, index });
    expect(await readiness()).toMatchObject({ degraded: ['store'], checks: { store: { code: 'time-out' } } });
  });

  it('asks the store once for many who ask at the same time', async () => {
    let asked = 0;
    const store = async () => {
      asked += 1;
    };
    const readiness = createReadiness({ store, slack: connected, index });
    await Promise.all([readiness(), readiness()]);
    await readiness();
    expect(asked).toBe(1);
    await expect.poll(async () => (await readiness()) && asked, { timeout: 5_000 }).toBe(2);
  });
});
