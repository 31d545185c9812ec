import type { Metrics } from './metrics.js';
import type { Observer } from './observer.js';
import type { Tracing } from './tracing.js';

/** Counts what the bot does, and traces it where that is asked for. */
export function createObserver(metrics: Metrics, tracing: Tracing | null): Observer {
  return {
    async request(kind, reference, work) {
      const since = stopwatch();
      const measured = () => work(() => metrics.acked(kind, since()));
      try {
        return await (tracing === null ? measured() : tracing.request(kind, reference, measured));
      } finally {
        metrics.requestDone(kind, since());
      }
    },
    lookup() {
      const since = stopwatch();
      const end = tracing?.begin('lookup', {});
      return (surface, outcome) => {
        metrics.lookedUp(surface, outcome, since());
        end?.({ 'substatus.surface': surface, 'substatus.outcome': outcome }, false);
      };
    },
    slackCall(method) {
      const since = stopwatch();
      const end = tracing?.begin(`slack ${method}`, { 'slack.method': method });
      return (result, refusal) => {
        metrics.called(method, result, refusal, since());
        const why = refusal === null ? {} : { 'slack.error': refusal };
        end?.({ 'slack.result': result, ...why }, result !== 'ok');
      };
    },
    connection: (event) => metrics.connection(event),
    busy: (reason) => metrics.busy(reason),
  };
}

function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}
