import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callMethod, refusal } from './api/call.js';
import { respondTo } from './api/respond.js';
import type { Host } from './api/types.js';
import type { SocketTransport } from './delivery/socket.js';
import { parseBody, readText } from './http-body.js';
import { SlackError } from './slack-error.js';
import type { Fault } from './state/faults.js';
import type { Json } from './types.js';
import type { Workspace } from './workspace.js';

const loopback = '127.0.0.1';

interface Reply {
  status: number;
  body: Json | string;
  headers?: Record<string, string>;
}

/** Listens on loopback: `/api/<method>`, the response_urls, and `/link` for Socket Mode. */
export async function listen(workspace: Workspace, socket: SocketTransport, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    handle(request, workspace, socket).then(
      (reply) => send(response, reply),
      (error: unknown) => send(response, { status: 500, body: `internal error: ${String(error)}` }),
    );
  });
  server.on('upgrade', (request, stream, head) => {
    if (isFromHere(request) && request.url?.startsWith('/link')) socket.accept(request, stream, head);
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  server.keepAliveTimeout = 60_000;
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

async function handle(request: IncomingMessage, workspace: Workspace, socket: SocketTransport): Promise<Reply> {
  if (!isFromHere(request)) return { status: 403, body: 'only for this machine' };
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const text = await readText(request);
  if (path.startsWith('/api/')) return answerCall(path.slice('/api/'.length), request, text, workspace, socket);
  if (path.startsWith('/commands/') || path.startsWith('/actions/')) return answerResponse(path, text, workspace);
  return { status: 404, body: 'not found' };
}

function answerCall(
  method: string,
  request: IncomingMessage,
  text: string,
  workspace: Workspace,
  socket: SocketTransport,
): Reply {
  const url = `http://${request.headers.host}`;
  const host: Host = {
    workspace,
    url,
    socketUrl: () => `${url.replace('http', 'ws')}/link/?ticket=${socket.issueTicket()}`,
  };
  return logged(
    workspace,
    method,
    () => readCall(request, text),
    (payload) => {
      const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
      return { status: 200, body: callMethod(method, bearer, payload, host) };
    },
  );
}

function readCall(request: IncomingMessage, text: string): Json {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  return { ...query, ...parseBody(text, request.headers['content-type'] ?? '') };
}

function answerResponse(path: string, text: string, workspace: Workspace): Reply {
  return logged(
    workspace,
    'response_url',
    () => parseBody(text, 'application/json'),
    (payload) => {
      const target = workspace.responseUrls.use(path);
      if (target === null) return { status: 404, body: { ok: false, error: 'used_url' } };
      respondTo(workspace, target, payload);
      return { status: 200, body: 'ok' };
    },
  );
}

/** Runs a request unless trouble was ordered for it, and logs both. */
function logged(workspace: Workspace, name: string, read: () => Json, run: (payload: Json) => Reply): Reply {
  const { payload, problem } = attemptRead(read);
  const end = workspace.log.begin({ direction: 'from-bot', name, payload: withoutToken(payload), retry: null });
  const fault = workspace.faults.take(name);
  const reply = fault === null ? (problem ?? attempt(() => run(payload))) : faultReply(fault);
  end({ response: reply.body, status: reply.status, error: errorOf(reply) });
  return reply;
}

function attemptRead(read: () => Json): { payload: Json; problem: Reply | null } {
  try {
    return { payload: read(), problem: null };
  } catch (error) {
    if (error instanceof SlackError) return { payload: {}, problem: { status: 200, body: refusal(error) } };
    throw error;
  }
}

function attempt(run: () => Reply): Reply {
  try {
    return run();
  } catch (error) {
    if (error instanceof SlackError) return { status: 200, body: refusal(error) };
    throw error;
  }
}

function faultReply(fault: Fault): Reply {
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('status' in fault) return { status: fault.status, body: { ok: false, error: 'internal_error' } };
  const headers = { 'retry-after': String(fault.retryAfter) };
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
}

function errorOf({ status, body }: Reply): string | null {
  if (typeof body === 'string') return status === 200 ? null : body;
  return typeof body.error === 'string' ? body.error : null;
}

function withoutToken({ token, ...payload }: Json): Json {
  return payload;
}

/** Refuses pages of other sites (Origin) and names that were bent to loopback (Host). */
function isFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  const port = request.socket.localPort;
  const own = [`${loopback}:${port}`, `localhost:${port}`];
  if (host === undefined || !own.includes(host)) return false;
  return origin === undefined || own.includes(origin.replace(/^http:\/\//, ''));
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers }).end(isText ? body : JSON.stringify(body));
}
