import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Listen } from './tables.js';

/** How long to wait before each try to connect again. */
const retryMs = 1_000;
/** An idle connection that a network has swallowed tells nothing, so it is asked so often. */
const heartbeatMs = 30_000;
const patienceMs = 5_000;

/**
 * LISTEN over a connection of its own, which is opened again for as long as it takes.
 * @param connection how to connect
 */
export function listenTo(
  connection: pg.ClientConfig,
  channel: string,
  hear: Parameters<Listen>[1],
  lost: Parameters<Listen>[2],
): () => Promise<void> {
  const closing = new AbortController();
  const { signal } = closing;
  let isTold = false;

  /** Resolves when the connection is gone. @throws what went wrong with it */
  async function listenOnce(): Promise<void> {
    const client = new pg.Client({ ...connection, query_timeout: patienceMs });
    const ended = new Promise<Error | null>((resolve) => {
      client.on('error', resolve);
      client.on('end', () => resolve(null));
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      isTold = false;
      hear(null);
      const beating = new AbortController();
      const broken = heartbeat(client, beating.signal);
      const error = await Promise.race([ended, broken]);
      beating.abort();
      if (!signal.aborted) throw error ?? new Error('the connection was closed');
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function keepListening(): Promise<void> {
    while (!signal.aborted) {
      await listenOnce().catch((error: unknown) => {
        if (!isTold && !signal.aborted) lost(error);
        isTold = true;
      });
      await wait(retryMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  const listening = keepListening();
  return async () => {
    closing.abort();
    await listening;
  };
}

/** Asks now and then, and resolves with the error when there is no answer. */
async function heartbeat(client: pg.Client, signal: AbortSignal): Promise<Error | null> {
  for (;;) {
    await wait(heartbeatMs, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return null;
    try {
      await client.query('select 1');
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
