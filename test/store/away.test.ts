import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeliveries } from '../../src/slack/requests/deduplicate.js';
import { openStore } from '../../src/store/open-store.js';
import { readReport } from '../../src/store/report.js';
import { freePort } from '../support/bot.js';
import { loggerInto } from '../support/log-lines.js';
import { asked } from '../support/lookups.js';
import { startPostgres } from '../support/postgres.js';

describe('deliveries over a store that is away', () => {
  let folder: string;
  let lines: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-store-'));
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are taken on in memory, once each, and the log says so once', async () => {
    const path = join(folder, 'substatus.db');
    const store = await openStore({ path });
    const deliveries = createDeliveries(store.deliveries, loggerInto(lines));
    const other = new Libsql(path);
    other.exec('begin immediate');
    expect([await deliveries.takeOn('a'), await deliveries.takeOn('b'), await deliveries.takeOn('a')]).toEqual([
      true,
      true,
      false,
    ]);
    other.exec('rollback');
    other.close();
    await store.close();
    expect(lines).toEqual(['the store is away: until it is back, deliveries are remembered in memory']);
  });

  it("are taken on within Slack's time when the store does not answer at all", async () => {
    const never = () => new Promise<boolean>(() => {});
    const claims = { claim: never, claimSoon: never, claimAll: never, keep: () => new Promise<void>(() => {}) };
    const deliveries = createDeliveries(claims, loggerInto(lines));
    expect(await deliveries.takeOn('a')).toBe(true);
    expect(lines).toHaveLength(1);
  });

  it('are known to a second process that shares the store', async () => {
    const store = await openStore({ path: join(folder, 'substatus.db') });
    const [one, other] = [store.deliveries, store.deliveries].map((claims) =>
      createDeliveries(claims, loggerInto(lines)),
    );
    expect([await one?.takeOn('a'), await other?.takeOn('a'), await other?.takeOn('b')]).toEqual([true, false, true]);
    await store.close();
  });
});

const server = await startPostgres();
afterAll(() => server?.stop());

describe('a store on a server that does not answer yet', () => {
  it('opens when that is wanted, says so, and fails at each use', async () => {
    const told: string[] = [];
    const url = `postgres://bot@127.0.0.1:${await freePort()}/substatus`;
    const store = await openStore({ url }, { mayBeAway: true, tell: (_, what) => told.push(what) });
    store.lookups.record(asked());
    await expect(store.deliveries.claim('a', 1000)).rejects.toMatchObject({ code: 'store-away' });
    await store.close();
    expect(told[0]).toBe('the store is away, and is tried again');
    expect(told).toContain('some lookups are lost');
  });

  it.skipIf(server === null)('does not open when something else is wrong', async () => {
    const url = new URL((await server?.createDatabase()) ?? '');
    url.pathname = '/not_there';
    await expect(openStore({ url: url.href }, { mayBeAway: true })).rejects.toMatchObject({ code: 'store-refused' });
  });

  it.skipIf(server?.crash === null || server === null)('writes down later what was asked meanwhile', async () => {
    const url = (await server?.createDatabase()) ?? '';
    const store = await openStore({ url });
    const crashing = server?.crash?.();
    store.lookups.record(asked());
    await crashing;
    await store.close();
    expect((await readReport({ url }, 0, 1)).lookups).toBe(1);
  });
});
