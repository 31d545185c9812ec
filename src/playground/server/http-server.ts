import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Site } from './api/types.js';
import type { SocketTransport } from './delivery/socket.js';
import { readText } from './http-body.js';
import { answerAuthorize } from './oauth/authorize.js';
import { requestUrl } from './request-url.js';
import { answerCall, answerResponseUrl, type Reply } from './requests.js';

const loopback = '127.0.0.1';
/** Whoever dribbles a request is cut off, on this machine too; connections at rest stay, as Slack keeps them. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 60_000 };
const mostConnections = 1_000;

/** Answers on the same port what is not Slack's own. Only requests that come from this machine reach it. */
export interface Guest {
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
}

/**
 * Listens on loopback: `/api/<method>`, the response_urls, `/oauth/v2/authorize`, and `/link` for Socket Mode; the rest is the guest's, if there
 * is one. Rejects when the port is taken.
 */
export async function listen(
  site: Omit<Site, 'socketUrl'>,
  socket: SocketTransport,
  port: number,
  guest: () => Guest | null,
): Promise<Server> {
  const reachable = { ...site, socketUrl: () => `${urlOf(server).replace('http', 'ws')}${socket.newPath()}` };
  const server = createServer({ ...patience, connectionsCheckingInterval: 1_000 }, (request, response) => {
    const visited = isFromHere(request) && !isOwnPath(request) ? guest() : null;
    if (visited !== null) return visited.request(request, response);
    handle(request, reachable).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, body: `internal error: ${String(error)}` }),
    );
  });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy()); // a client that hangs up meanwhile
    const visited = isOwnPath(request) ? null : guest();
    if (!isFromHere(request)) stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    else if (visited === null) socket.accept(request, stream, head);
    else visited.upgrade(request, stream, head);
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  return server;
}

/** `http://127.0.0.1:port` of a listening server. */
export function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local Slack is not listening on a port');
  return `http://${loopback}:${address.port}`;
}

async function handle(request: IncomingMessage, site: Site): Promise<Reply> {
  if (!isFromHere(request)) return { status: 403, body: 'only for this machine' };
  const url = requestUrl(request);
  const text = await readText(request);
  if (text === null) return { status: 413, body: 'request too large', headers: { connection: 'close' } };
  if (url.pathname.startsWith('/api/')) return answerCall({ url, text, headers: request.headers }, site);
  if (/^\/(commands|actions)\//.test(url.pathname)) return answerResponseUrl(url.pathname, text, site);
  if (url.pathname === '/oauth/v2/authorize') return answerAuthorize(request.method, url, text, site);
  return { status: 404, body: 'not found' };
}

function isOwnPath(request: IncomingMessage): boolean {
  return /^\/(api|commands|actions|link|oauth)\//.test(requestUrl(request).pathname);
}

/** Refuses pages of other sites (Origin) and names that were bent to loopback (Host). */
function isFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  const own = [`${loopback}:${port}`, `localhost:${port}`];
  if (host === undefined || !own.includes(host)) return false;
  return origin === undefined || own.includes(origin.replace(/^http:\/\//, ''));
}

function send(response: ServerResponse, { status, body, headers = {}, lost }: Reply): void {
  if (lost === 'cut') response.destroy();
  if (lost !== undefined) return;
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers }).end(isText ? body : JSON.stringify(body));
}
