import { parentPort, workerData } from 'node:worker_threads';
import { refreshSnapshot } from './refresh-snapshot.js';

/** A worker thread that refreshes the snapshot of its `workerData` and posts what became of it. */
const { path, folders, program } = workerData as { path: string; folders: string[]; program: string };
parentPort?.postMessage(await refreshSnapshot(path, folders, program));
