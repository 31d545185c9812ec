import { Worker } from 'node:worker_threads';

/** What the thread of `sqlite-thread.js` is asked. */
type Request =
  /** `alone`: a statement that is committed by itself, `soon` without waiting for the disk; `inside`: one of the open transaction. */
  | { type: 'alone' | 'soon' | 'inside'; sql: string; parameters: readonly unknown[] }
  | { type: 'exec'; sql: string }
  | { type: 'open' | 'close' | 'rollback' };

/** What a statement gave. */
export interface StatementResult {
  rows: unknown[];
  /** How many rows were written; only for writes. */
  changes?: number;
}

interface Answer {
  id: number;
  result?: StatementResult;
  error?: { message: string; code?: string };
}

/** A file of SQLite, open in a thread of its own. */
export interface SqliteFile {
  /** @throws Error with SQLite's `code` */
  ask(request: Request): Promise<StatementResult | undefined>;
  close(): Promise<void>;
}

/**
 * Opens a file in a new thread.
 * @param busyMs how long a lock of another process is waited for
 * @throws Error with SQLite's `code`
 */
export async function openSqliteFile(path: string, busyMs: number): Promise<SqliteFile> {
  const thread = new Worker(new URL('./sqlite-thread.js', import.meta.url), { workerData: { path, busyMs } });
  const waiting = new Map<number, { resolve(result: StatementResult | undefined): void; reject(error: Error): void }>();
  let last = 0;
  let ended: Error | null = null;

  thread.on('message', ({ id, result, error }: Answer) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(result);
    else asker?.reject(Object.assign(new Error(error.message), { code: error.code }));
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  thread.on('error', end);
  thread.on('exit', () => end(new Error('the file is closed')));

  const file: SqliteFile = {
    ask(request) {
      if (ended !== null) return Promise.reject(ended);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, ...request });
      });
    },
    async close() {
      if (ended === null) await file.ask({ type: 'close' });
      await thread.terminate();
    },
  };
  try {
    await file.ask({ type: 'open' });
  } catch (error) {
    await thread.terminate();
    throw error;
  }
  return file;
}
