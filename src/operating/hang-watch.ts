import { Worker } from 'node:worker_threads';

/** What the thread that watches is started with. */
export interface HangWatched {
  /** One number, which the event loop counts up as long as it turns. */
  beats: SharedArrayBuffer;
  checkMs: number;
  /** So many looks in a row without a beat are a hang. */
  looks: number;
}

/** Half a minute in all; counted in looks, so that a machine that slept does not look like a hang. */
const usual = { checkMs: 5_000, looks: 6 };

/**
 * Watches from a thread of its own that the event loop turns. When it hangs, nothing in it can say so or end it: the
 * thread writes a line of level fatal to standard error and ends the process with exit code 1.
 * @param tell hears why nobody watches any more, should that thread fail
 * @returns what ends that
 */
export function watchEventLoop(tell: (error: Error) => void, { checkMs, looks } = usual): () => Promise<void> {
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const counter = new Int32Array(beats);
  const timer = setInterval(() => Atomics.add(counter, 0, 1), checkMs / 2).unref();
  const worker = new Worker(new URL('./hang-worker.js', import.meta.url), {
    workerData: { beats, checkMs, looks } satisfies HangWatched,
  });
  worker.on('error', tell);
  worker.unref();
  return async () => {
    clearInterval(timer);
    await worker.terminate();
  };
}
