import { setTimeout as sleep } from 'node:timers/promises';
import type { ExchangeLog } from './state/exchange-log.js';

/**
 * Resolves with what is there already, or with the first that fits among those that `subscribe` hands to its listener.
 * Rejects with `describe()` at the time-out.
 */
export function waitFor<T>(
  look: () => T | null,
  subscribe: (listener: (value: T) => void) => () => void,
  fits: (value: T) => boolean,
  timeoutMs: number,
  describe: () => string,
): Promise<T> {
  const found = look();
  if (found !== null) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const end = subscribe((value) => {
      if (!fits(value)) return;
      clearTimeout(timer);
      end();
      resolve(value);
    });
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited ${timeoutMs} ms: ${describe()}`));
    }, timeoutMs);
  });
}

/** Resolves when no request was open for this long. */
export async function waitUntilQuiet(log: ExchangeLog, milliseconds: number): Promise<void> {
  for (;;) {
    const missing = milliseconds - log.quietFor();
    if (missing <= 0) return;
    await sleep(missing);
  }
}
