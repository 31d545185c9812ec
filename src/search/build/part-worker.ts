import { parentPort, workerData } from 'node:worker_threads';
import { collectFiles } from './collect-files.js';
import { buffersOf } from './part.js';

/** A worker thread that collects the files of its `workerData`, tells of its progress, and posts the part. */
const collected = collectFiles(workerData as string[], (files) => parentPort?.postMessage({ files }));
parentPort?.postMessage({ collected }, buffersOf(collected.part));
