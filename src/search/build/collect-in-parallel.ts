import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CollectedFiles, collectFiles } from './collect-files.js';

/** Articles are made and dropped by the thousand: rarer collections of garbage take a twentieth less time. */
const resourceLimits = { maxYoungGenerationSizeMb: 256 };

/** A thread of its own pays from about this many files on. */
const filesPerWorker = 1000;
const filesPerSample = 10;

type FromWorker = { files: number } | { collected: CollectedFiles };

/** Collects files in as many threads as there are processors; the parts are in the order of the files. */
export async function collectInParallel(
  paths: readonly string[],
  onProgress: (files: number) => void,
): Promise<CollectedFiles[]> {
  const threads = Math.min(availableParallelism(), Math.floor(paths.length / filesPerWorker));
  if (threads < 2) return [collectFiles(paths, onProgress)];
  return Promise.all(fairShares(paths, threads).map((own) => collectInWorker(own, onProgress)));
}

/** Cuts files into runs of about equal bytes, judged by every so many of them: articles grew longer over the years. */
function fairShares(paths: readonly string[], count: number): string[][] {
  const sampled = paths.filter((_, place) => place % filesPerSample === 0);
  const ends: number[] = [];
  let bytes = 0;
  for (const path of sampled) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    ends.push(bytes);
  }
  const cut = (share: number): number => {
    if (share === count) return paths.length;
    return ends.filter((end) => end <= (bytes * share) / count).length * filesPerSample;
  };
  return Array.from({ length: count }, (_, share) => paths.slice(cut(share), cut(share + 1)));
}

function collectInWorker(paths: readonly string[], onProgress: (files: number) => void): Promise<CollectedFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./part-worker.js', import.meta.url), {
      workerData: paths,
      resourceLimits,
    });
    worker.on('message', (message: FromWorker) => {
      if ('files' in message) onProgress(message.files);
      else resolve(message.collected);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread that reads articles ended with code ${code}`)));
  });
}
