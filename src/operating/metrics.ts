import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { boundedNames, errorName } from './label-names.js';
import type { CallResult, ConnectionEvent, RequestKind } from './observer.js';
import { type Vitals, vitalGauges } from './vitals.js';

/** Slack waits three seconds for an acknowledgement; most take a few milliseconds. */
const ackBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const callBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted, for Prometheus. What stands now is read when somebody asks, so it costs an answer nothing. */
export interface Metrics {
  acked(kind: RequestKind, seconds: number): void;
  requestDone(kind: RequestKind, seconds: number): void;
  lookedUp(surface: string, outcome: string, seconds: number): void;
  called(method: string, result: CallResult, refusal: string | null, seconds: number): void;
  connection(event: ConnectionEvent): void;
  busy(reason: 'requests' | 'channel'): void;
  /** Counts an error that was logged. */
  error(error: unknown): void;
  /** Where what stands now is read from. */
  watch(read: () => Promise<Vitals>): void;
  readonly contentType: string;
  /** All metrics, as Prometheus reads them. */
  text(): Promise<string>;
}

/** @param version of the program, and how requests reach it: labels of `substatus_info` */
export function createMetrics(about: { version: string; transport: string }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acks = new Histogram({
    name: 'substatus_ack_seconds',
    help: 'From the arrival of a request to its acknowledgement to Slack, by surface. An answer to a command is in it.',
    labelNames: ['surface'],
    buckets: ackBuckets,
    registers,
  });
  const requests = new Histogram({
    name: 'substatus_request_seconds',
    help: 'From the arrival of a request to the end of all work for it, by surface.',
    labelNames: ['surface'],
    buckets: callBuckets,
    registers,
  });
  const lookups = new Counter({
    name: 'substatus_lookups_total',
    help: 'Questions that were looked up, by surface and outcome (answer, weak, none).',
    labelNames: ['surface', 'outcome'],
    registers,
  });
  const lookupSeconds = new Histogram({
    name: 'substatus_lookup_seconds',
    help: 'How long looking up a question took.',
    buckets: ackBuckets,
    registers,
  });
  const calls = new Counter({
    name: 'substatus_slack_calls_total',
    help: 'Requests to Slack, by method and result (ok, refused, rate_limited for 429, http_error, unreachable).',
    labelNames: ['method', 'result'],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'substatus_slack_call_seconds',
    help: 'How long a request to Slack took, by method.',
    labelNames: ['method'],
    buckets: callBuckets,
    registers,
  });
  const refusals = new Counter({
    name: 'substatus_slack_refusals_total',
    help: 'What Slack refused, by its name for the error.',
    labelNames: ['error'],
    registers,
  });
  const connectionEvents = new Counter({
    name: 'substatus_connection_events_total',
    help: 'Socket Mode: connections lost, asked to leave, deaf and cut, and tries to connect that failed.',
    labelNames: ['event'],
    registers,
  });
  const busy = new Counter({
    name: 'substatus_busy_total',
    help: 'Questions whose asker was told to ask again later: too many requests, or messages for one channel, waited.',
    labelNames: ['reason'],
    registers,
  });
  const errors = new Counter({
    name: 'substatus_errors_total',
    help: 'Lines of level error or fatal in the log, by the code of the error in them (none without one).',
    labelNames: ['code'],
    registers,
  });
  new Gauge({
    name: 'substatus_info',
    help: 'Always 1; says which version runs and how requests reach it.',
    labelNames: ['version', 'transport'],
    registers,
  }).set(about, 1);
  for (const event of ['lost', 'asked_to_leave', 'deaf', 'failed_try']) connectionEvents.inc({ event }, 0);
  for (const reason of ['requests', 'channel']) busy.inc({ reason }, 0);
  const [methodName, refusalName, codeName] = [boundedNames(), boundedNames(), boundedNames()];
  const setVitals = vitalGauges(registry);
  let read: (() => Promise<Vitals>) | null = null;
  return {
    acked: (surface, seconds) => acks.observe({ surface }, seconds),
    requestDone: (surface, seconds) => requests.observe({ surface }, seconds),
    lookedUp(surface, outcome, seconds) {
      lookups.inc({ surface, outcome });
      lookupSeconds.observe(seconds);
    },
    called(method, result, refusal, seconds) {
      const name = methodName(method);
      calls.inc({ method: name, result });
      callSeconds.observe({ method: name }, seconds);
      if (refusal !== null) refusals.inc({ error: refusalName(refusal) });
    },
    connection: (event) => connectionEvents.inc({ event }),
    busy: (reason) => busy.inc({ reason }),
    error: (error) => errors.inc({ code: codeName(errorName(error)) }),
    watch(reader) {
      read = reader;
    },
    contentType: registry.contentType,
    async text() {
      if (read !== null) setVitals(await read());
      return registry.metrics();
    },
  };
}
