import type { SlackState } from '../../operating/readiness.js';

/**
 * Gives up when questions cannot be taken for a long while without a break.
 * @param giveUp is told why, once
 * @returns what ends that
 */
export function watchOutage(
  state: () => SlackState,
  longestMs: number,
  giveUp: (state: SlackState, milliseconds: number) => void,
): () => void {
  let since: number | null = null;
  const timer = setInterval(() => {
    const now = state();
    if (now === 'connected') since = null;
    else since ??= performance.now();
    const milliseconds = since === null ? 0 : performance.now() - since;
    if (milliseconds < longestMs) return;
    clearInterval(timer);
    giveUp(now, Math.round(milliseconds));
  }, longestMs / 20).unref();
  return () => clearInterval(timer);
}
