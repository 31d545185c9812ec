import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open-store.js';
import type { Store, StorePlace } from '../../../src/store/types.js';
import { type Scene, startScene, type TransportName } from '../bot.js';

/** Slack waits three seconds; who has to wait for nothing here waits less. */
const ackTimeoutMs = 2_000;
/** Slack's pauses before it comes again, made short: at once, a minute and five minutes in truth. */
const retryDelaysMs = [100, 400, 1_000, 3_000];

/** Scenes with a store, each started when it is needed first. */
export interface Scenes {
  over(transport: TransportName): () => Promise<Scene>;
  end(): Promise<void>;
}

export async function startWithStore(transport: TransportName, place: StorePlace): Promise<[Scene, Store]> {
  const store = await openStore(place, { mayBeAway: true });
  const watching = {
    socketLimits: { helloMs: 500, silenceMs: 60_000 },
    workLimits: { beatMs: 250, goneAfterMs: 15_000, restMs: 250 },
    pace: { everyMs: 10, burst: 100 },
  };
  return [await startScene({ transport, store, slack: { retryDelaysMs, ackTimeoutMs }, watching }), store];
}

export function createScenes(): Scenes {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-faults-'));
  const started = new Map<TransportName, Promise<[Scene, Store]>>();
  return {
    over: (transport) => async () => {
      const known =
        started.get(transport) ?? startWithStore(transport, { path: join(folder, transport, 'substatus.db') });
      started.set(transport, known);
      return (await known)[0];
    },
    async end() {
      for (const one of started.values()) {
        const [scene, store] = await one;
        await scene.end();
        await store.close();
      }
      rmSync(folder, { recursive: true });
    },
  };
}
