import type { Server, ServerOptions, ServerResponse } from 'node:http';

/**
 * What a client of an HTTP server may take. Slack sends a request in one go and waits three seconds; whoever dribbles
 * headers or a body is cut off. Connections at rest outlast the minute after which load balancers let go of them.
 */
export const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} satisfies ServerOptions;

/** A burst of 2,000 requests may come over as many connections; one at rest takes some twenty kilobytes. */
export const mostConnections = 5_000;
/** A client that takes nothing of its answer for so long is cut off. */
const idleMs = 70_000;

/** Headers for answers that no browser shows, keeps or frames; a route that serves a page sets its own over them. */
const quietHeaders: Record<string, string> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Bounds how many clients a server has, and how long one may do nothing. */
export function limitClients(server: Server): void {
  server.maxConnections = mostConnections;
  server.setTimeout(idleMs);
}

export function setQuietHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(quietHeaders)) response.setHeader(name, value);
}
