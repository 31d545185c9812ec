import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import type { HangWatched } from './hang-watch.js';

/**
 * A worker thread that ends the process when the event loop hangs. `process.exit` would end the thread only, and the first
 * process of a container cannot be killed from within: so the exit is called inside the main thread, as a debugger
 * would, and a kill comes after it for a thread that hangs outside of JavaScript.
 */
const { beats, checkMs, looks } = workerData as HangWatched;
const killAfterMs = 2_000;
const counter = new Int32Array(beats);
let last = Atomics.load(counter, 0);
let still = 0;

const timer = setInterval(() => {
  const now = Atomics.load(counter, 0);
  still = now === last ? still + 1 : 0;
  last = now;
  if (still < looks) return;
  clearInterval(timer);
  const msg = `the event loop has not turned for ${(looks * checkMs) / 1000} s: the process ends`;
  writeSync(2, `${JSON.stringify({ level: 60, time: new Date().toISOString(), msg })}\n`);
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), killAfterMs);
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.evaluate', { expression: 'process.exit(1)' });
}, checkMs);
