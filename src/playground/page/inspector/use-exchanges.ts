import { useCallback, useMemo, useRef, useState } from 'react';
import type { NumberedExchange } from '../../protocol.js';
import { loadExchanges } from '../connection/loaders.js';
import { useWorkspace } from '../connection/store.js';
import { reportFailure } from '../toasts/report.js';
import { type ExchangeFilter, matches } from './exchange-text.js';

/** As many as the page keeps when new ones come. */
const mostLoaded = 1_000;

export interface ShownExchanges {
  /** Oldest first. */
  shown: readonly NumberedExchange[];
  /** How many came since the pause. */
  held: number;
  isPaused: boolean;
  /** Whether there are any that the filter hides. */
  isFiltered: boolean;
  pause(isPaused: boolean): void;
  clear(): void;
  /** Asks for the ones before, unless none are left or they were cleared. */
  loadOlder(): void;
}

/** What the list shows of what the server told: up to the pause, after the last clearing, and what fits the filter. */
export function useExchanges(filter: ExchangeFilter): ShownExchanges {
  const all = useWorkspace(({ exchanges }) => exchanges);
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const [clearedUpTo, setClearedUpTo] = useState(0);
  const newest = all.at(-1)?.number ?? 0;
  const loadOlder = useOlderLoader(all, clearedUpTo);
  const { text, direction } = filter;
  const inTime = useMemo(
    () => all.filter(({ number }) => number > clearedUpTo && number <= (pausedAt ?? Number.POSITIVE_INFINITY)),
    [all, clearedUpTo, pausedAt],
  );
  const shown = useMemo(
    () => inTime.filter((exchange) => matches(exchange, { text, direction })),
    [inTime, text, direction],
  );
  return {
    shown,
    held: pausedAt === null ? 0 : all.filter(({ number }) => number > pausedAt).length,
    isPaused: pausedAt !== null,
    isFiltered: shown.length < inTime.length,
    pause: (isPaused) => setPausedAt(isPaused ? newest : null),
    clear: () => {
      setClearedUpTo(newest);
      if (pausedAt !== null) setPausedAt(newest);
    },
    loadOlder,
  };
}

/** One page at a time. */
function useOlderLoader(exchanges: readonly NumberedExchange[], clearedUpTo: number): () => void {
  const isLoading = useRef(false);
  const isAllThere = useRef(false);
  const oldest = exchanges[0]?.number ?? null;
  const isFull = exchanges.length >= mostLoaded;
  return useCallback(() => {
    // After a reset or a lost connection the page starts from nothing.
    if (oldest === null) isAllThere.current = false;
    if (isLoading.current || isAllThere.current || isFull || clearedUpTo > 0) return;
    isLoading.current = true;
    loadExchanges()
      .then((hasMore) => {
        isAllThere.current = !hasMore;
      }, reportFailure)
      .finally(() => {
        isLoading.current = false;
      });
  }, [oldest, isFull, clearedUpTo]);
}
