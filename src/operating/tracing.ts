import type { Attributes } from '@opentelemetry/api';
import type { Logger } from '../log.js';

/** Spans of requests, and of what is done for them. */
export interface Tracing {
  /** Does a request's work inside a span. */
  request<T>(kind: string, reference: string, work: () => Promise<T>): Promise<T>;
  /** Begins a span within the one that is open. @returns what ends it */
  begin(name: string, attributes: Attributes): (attributes: Attributes, hasFailed: boolean) => void;
  /** Marks the span that is open as failed. */
  failed(code: string): void;
  /** Sends what is still to be sent. Never throws. */
  close(): Promise<void>;
}

/** A collector that is away fails again every few seconds. */
const tellEveryMs = 60_000;

/**
 * Starts tracing when the environment names where spans go; the libraries read the rest of OpenTelemetry's settings from
 * the environment themselves (OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER and so on).
 * @returns null when no traces are asked for
 */
export async function startTracing(
  environment: Record<string, string | undefined>,
  version: string,
  log: Logger,
): Promise<Tracing | null> {
  if (!asksForTraces(environment)) return null;
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('OTEL_')) process.env[name] ??= value; // what .env says, the libraries read here only
  }
  const [{ context, DiagLogLevel, diag, SpanKind, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const tell = sparingly((message) => log.warn({ otel: message }, 'traces could not be sent'));
  diag.setLogger(
    { error: tell, warn: tell, info() {}, debug() {}, verbose() {} },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const ours = resources.resourceFromAttributes({ 'service.name': 'substatus', 'service.version': version });
  const provider = new sdk.NodeTracerProvider({
    resource: ours.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = provider.getTracer('substatus', version);
  return {
    request: (kind, reference, work) =>
      tracer.startActiveSpan(
        `request ${kind}`,
        { kind: SpanKind.SERVER, attributes: { 'substatus.surface': kind, 'substatus.reference': reference } },
        async (span) => {
          try {
            return await work();
          } finally {
            span.end();
          }
        },
      ),
    begin(name, attributes) {
      const kind = name === 'lookup' ? SpanKind.INTERNAL : SpanKind.CLIENT;
      const span = tracer.startSpan(name, { kind, attributes }, context.active());
      return (more, hasFailed) => {
        span.setAttributes(more);
        if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
    },
    failed: (message) => void trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR, message }),
    close: () => provider.shutdown().catch(() => {}),
  };
}

function asksForTraces(environment: Record<string, string | undefined>): boolean {
  const isOff = environment.OTEL_SDK_DISABLED === 'true' || environment.OTEL_TRACES_EXPORTER === 'none';
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  return !isOff && Boolean(all || traces);
}

function sparingly(tell: (message: string) => void): (message: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (message) => {
    if (performance.now() - last < tellEveryMs) return;
    last = performance.now();
    tell(message);
  };
}
