import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open-store.js';
import type { Store, StorePlace } from '../../../src/store/types.js';
import { type Scene, startScene, type TransportName } from '../bot.js';

/** Slack waits three seconds; who has to wait for nothing here waits less. */
const ackTimeoutMs = 2_000;
/** Slack's pauses before it comes again, made short: at once, a minute and five minutes in truth. */
export const retryDelaysMs = [100, 400, 1_000, 3_000];

/** A scene whose bot has a store, which ends with it. */
export interface StoreScene extends Scene {
  store: Store;
}

/** Scenes with a store, each started when it is needed first. */
export interface Scenes {
  over(transport: TransportName): () => Promise<StoreScene>;
  end(): Promise<void>;
}

export async function startWithStore(transport: TransportName, place: StorePlace): Promise<StoreScene> {
  const store = await openStore(place, { mayBeAway: true });
  const watching = {
    socketLimits: { helloMs: 500, silenceMs: 60_000 },
    workLimits: { beatMs: 250, goneAfterMs: 15_000, restMs: 250 },
    pace: { everyMs: 10, burst: 100 },
  };
  const scene = await startScene({ transport, store, slack: { retryDelaysMs, ackTimeoutMs }, watching });
  const { end } = scene;
  return Object.assign(scene, {
    store,
    async end() {
      await end();
      await store.close();
    },
  });
}

export function createScenes(): Scenes {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-faults-'));
  const started = new Map<TransportName, Promise<StoreScene>>();
  return {
    over: (transport) => async () => {
      const known =
        started.get(transport) ?? startWithStore(transport, { path: join(folder, transport, 'substatus.db') });
      started.set(transport, known);
      return known;
    },
    async end() {
      for (const scene of started.values()) await (await scene).end();
      rmSync(folder, { recursive: true });
    },
  };
}
