import { Worker } from 'node:worker_threads';
import type { RelatedTerms } from '../related-terms.js';
import { type RelatableText, relateTerms } from './relate-terms.js';

/** Relates terms in a thread of its own, which begins at once, also while this thread goes on with other work. */
export function relateInWorker(text: RelatableText): Promise<RelatedTerms> {
  if (text.chosen.length === 0) return Promise.resolve(relateTerms(text));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./relate-worker.js', import.meta.url), {
      workerData: text,
      transferList: [text.rows.buffer as ArrayBuffer],
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that relates terms ended with code ${code}`)));
  });
}
