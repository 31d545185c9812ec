import type { FromServer, PageRequests, Reply, RequestName } from '../../protocol.js';
import { RequestError } from './request-error.js';
import { applyEvent, currentWorkspace, setStatus } from './store.js';

/** Pauses before each new try; the last one for as long as it takes. */
const retryDelaysMs = [250, 500, 1_000, 2_000, 5_000];

interface Pending {
  resolve(result: unknown): void;
  reject(error: RequestError): void;
}

const pending = new Map<number, Pending>();
let socket: WebSocket | null = null;
let lastId = 0;
let failures = 0;

/** Opens the connection of this window and keeps it up. Call once. */
export function connect(): void {
  const opened = new WebSocket(socketUrl(window.location));
  socket = opened;
  opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as FromServer);
  opened.onclose = () => {
    setStatus('connecting');
    rejectAll();
    const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)];
    failures += 1;
    setTimeout(connect, delay);
  };
}

/** Asks the server. Rejects with a `RequestError` when it refuses or is not there. */
export function request<Name extends RequestName>(
  name: Name,
  params: PageRequests[Name]['in'],
): Promise<PageRequests[Name]['out']> {
  return new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) {
      reject(new RequestError('not_connected', 'The playground is not reachable. Is `npm start` still running?'));
      return;
    }
    lastId += 1;
    pending.set(lastId, { resolve: (result) => resolve(result as PageRequests[Name]['out']), reject });
    socket.send(JSON.stringify({ id: lastId, name, params }));
  });
}

/** The window's person goes along: `?as=ben`, or whom the server chose when it connected first. */
function socketUrl({ protocol, host, search }: Location): string {
  const as = new URLSearchParams(search).get('as') ?? currentWorkspace()?.me.name;
  const query = as === undefined ? '' : `?as=${encodeURIComponent(as)}`;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/page${query}`;
}

function receive(said: FromServer): void {
  if (said.type === 'reply') {
    settle(said);
    return;
  }
  applyEvent(said);
  if (said.type === 'hello') {
    failures = 0;
    setStatus('open');
  }
}

function settle(reply: Reply): void {
  const waiting = pending.get(reply.id);
  pending.delete(reply.id);
  if (waiting === undefined) return;
  if ('error' in reply) waiting.reject(new RequestError(reply.error.code, reply.error.message));
  else waiting.resolve(reply.result);
}

function rejectAll(): void {
  const lost = [...pending.values()];
  pending.clear();
  for (const { reject } of lost) reject(new RequestError('connection_lost', 'The connection was lost meanwhile.'));
}
