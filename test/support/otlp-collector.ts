import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as it arrived, with plain attributes. */
export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  failed: boolean;
  attributes: Record<string, unknown>;
}

export interface OtlpCollector {
  url: string;
  spans: ReceivedSpan[];
  /** What the spans are said to come from. */
  resource: Record<string, unknown>;
  /** The headers of the last request. */
  headers: Record<string, unknown>;
  close(): Promise<void>;
}

/** A small OpenTelemetry collector: takes OTLP over HTTP as JSON, refuses what is none, and keeps the spans. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const spans: ReceivedSpan[] = [];
  const resource: Record<string, unknown> = {};
  const headers: Record<string, unknown> = {};
  const server = createServer(async (request, response) => {
    const isTraces = request.method === 'POST' && request.url === '/v1/traces';
    const isJson = request.headers['content-type'] === 'application/json';
    const body = await text(request);
    if (!isTraces || !isJson) return void response.writeHead(isTraces ? 415 : 404).end();
    Object.assign(headers, request.headers);
    for (const group of JSON.parse(body).resourceSpans) {
      Object.assign(resource, plain(group.resource.attributes));
      for (const scope of group.scopeSpans) spans.push(...scope.spans.map(received));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    resource,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

function plain(attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

interface OtlpSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code: number };
  attributes: Attribute[];
}

function received({ name, traceId, spanId, parentSpanId, status, attributes }: OtlpSpan): ReceivedSpan {
  return { name, traceId, spanId, parentSpanId, failed: status.code === 2, attributes: plain(attributes) };
}
