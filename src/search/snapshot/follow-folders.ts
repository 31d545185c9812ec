import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Refreshed } from './refresh-snapshot.js';

/** A snapshot, the folders that it is made of, and the version that writes it. */
export interface FollowedSnapshot {
  path: string;
  folders: string[];
  program: string;
}

/** A refresh, a failure (told once), or that looking works again where nothing has changed. */
export type FollowedMessage = { refreshed: Refreshed } | { error: string } | { recovered: true };

/**
 * Keeps a snapshot up to date with its folders, in a thread of its own, so that questions are answered meanwhile.
 * @param tell is told after each refresh, when one failed, and when looking works again
 * @returns what ends that; a refresh under way is finished first
 */
export function followFolders(
  snapshot: FollowedSnapshot,
  tell: (message: FollowedMessage) => void,
): () => Promise<void> {
  const worker = new Worker(new URL('./follow-worker.js', import.meta.url), { workerData: snapshot });
  const ended = once(worker, 'exit');
  worker.on('message', tell);
  worker.on('error', (error) => tell({ error: error.message }));
  return async () => {
    worker.postMessage('stop');
    await ended;
  };
}
