import { Worker } from 'node:worker_threads';
import type { Refreshed } from './refresh-snapshot.js';

/** `refreshSnapshot` in a thread of its own, so that questions are answered meanwhile. @throws what it throws */
export function refreshInThread(path: string, folders: readonly string[], program: string): Promise<Refreshed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./refresh-worker.js', import.meta.url), {
      workerData: { path, folders, program },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that refreshes the index ended with code ${code}`)));
  });
}
