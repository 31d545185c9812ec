import type { Server } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import type { Transport } from '../../config.js';
import { boltLogger } from './bolt-logger.js';
import type { Connection, ConnectionOptions } from './connection.js';
import { guardSlackRequests } from './http-guard.js';
import { limitClients, mostConnections, serverOptions } from './server-limits.js';

const endpoint = '/slack/events';
/**
 * A load balancer may send a request down a line that it keeps at the moment in which the line is closed, and then does not know
 * whether the request was taken. So whoever uses a line within this time hears in the answer that it was the last one.
 */
const farewellMs = 500;

/** Signed HTTP: Slack posts every request to /slack/events. */
export function httpConnection(
  transport: Extract<Transport, { type: 'http' }>,
  { pages, log, arrivals }: ConnectionOptions,
): Connection {
  const receiver = new HTTPReceiver({
    signingSecret: transport.signingSecret,
    endpoints: endpoint,
    logger: boltLogger(log),
    customRoutes: [...pages],
    // Whatever cannot be routed is not there; who asks for it is not worth a line in the log.
    dispatchErrorHandler: ({ response }) => void response.writeHead(404).end(),
  });
  const guarded = guardSlackRequests(endpoint, transport.signingSecret, log, receiver.requestListener);
  let server: Server | null = null;
  let listening = false;
  receiver.requestListener = (request, response) => {
    arrivals.note();
    response.shouldKeepAlive &&= listening;
    guarded(request, response);
  };
  return {
    receiver,
    async start() {
      const { port, host } = transport;
      // Connections beyond 511 would be refused by the system, which tells their client to try again only after a second.
      server = await receiver.start({ port, host, backlog: mostConnections }, serverOptions);
      server.on('connection', () => arrivals.note());
      limitClients(server);
      listening = true;
    },
    async close() {
      listening = false;
      const farewell = setTimeout(server === null ? () => {} : leaveAtRest(server), farewellMs);
      await receiver.stop().finally(() => clearTimeout(farewell));
    },
    isConnected: () => listening,
  };
}

/** Keeps a server that is closed from cutting the lines at rest, as Node's does at once. @returns what cuts them */
function leaveAtRest(server: Server): () => void {
  const closeAtRest = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {};
  return closeAtRest;
}
