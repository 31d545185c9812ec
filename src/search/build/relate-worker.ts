import { parentPort, workerData } from 'node:worker_threads';
import { buffersOf } from './part.js';
import { type RelatableText, relateTerms } from './relate-terms.js';

/** A worker thread that relates the terms of its `workerData` and posts them. */
const related = relateTerms(workerData as RelatableText);
parentPort?.postMessage(related, buffersOf(related));
