import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CollectedFiles, collectFiles } from './collect-files.js';

/** A thread of its own pays from about this many files on. */
const filesPerWorker = 1000;

type FromWorker = { files: number } | { collected: CollectedFiles };

/** Collects files in as many threads as there are processors; the parts are in the order of the files. */
export async function collectInParallel(
  paths: readonly string[],
  onProgress: (files: number) => void,
): Promise<CollectedFiles[]> {
  const threads = Math.min(availableParallelism(), Math.floor(paths.length / filesPerWorker));
  if (threads < 2) return [collectFiles(paths, onProgress)];
  const share = Math.ceil(paths.length / threads);
  const shares = Array.from({ length: threads }, (_, thread) => paths.slice(thread * share, (thread + 1) * share));
  return Promise.all(shares.map((own) => collectInWorker(own, onProgress)));
}

function collectInWorker(paths: readonly string[], onProgress: (files: number) => void): Promise<CollectedFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./part-worker.js', import.meta.url), { workerData: paths });
    worker.on('message', (message: FromWorker) => {
      if ('files' in message) onProgress(message.files);
      else resolve(message.collected);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread that reads articles ended with code ${code}`)));
  });
}
