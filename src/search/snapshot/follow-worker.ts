import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { haveChanged } from '../build/have-changed.js';
import type { FollowedMessage, FollowedSnapshot } from './follow-folders.js';
import { readSnapshot } from './read-snapshot.js';
import { refreshSnapshot } from './refresh-snapshot.js';

/**
 * A worker thread that looks at the folders of a snapshot again and again, refreshes it when a file has changed, and
 * posts what became of it. Looking works on network drives and in containers, where systems tell of no changes.
 */
const { path, folders, program } = workerData as FollowedSnapshot;

const leastPauseMs = 1_000;
/** Looking takes at most this share of a processor, however many files there are. */
const share = 0.05;

const stopped = new AbortController();
parentPort?.once('message', () => stopped.abort());

let sources = sourcesNow();
/** The failure that was told last: a folder that stays away is told of once. */
let told = '';
while (!stopped.signal.aborted) {
  const started = performance.now();
  try {
    if (haveChanged(sources)) {
      const refreshed = await refreshSnapshot(path, folders, program);
      sources = sourcesNow();
      post({ refreshed });
    } else if (told !== '') post({ recovered: true });
    told = '';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== told) post({ error: message });
    told = message;
  }
  const pauseMs = Math.max(leastPauseMs, (performance.now() - started) / share);
  await pause(pauseMs, null, { signal: stopped.signal }).catch(() => null);
}

function sourcesNow() {
  const snapshot = readSnapshot(path);
  snapshot.close();
  return snapshot.sources();
}

function post(message: FollowedMessage): void {
  parentPort?.postMessage(message);
}
