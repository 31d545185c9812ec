import { HTTPReceiver } from '@slack/bolt';
import type { Transport } from '../../config.js';
import { boltLogger } from './bolt-logger.js';
import type { Connection, ConnectionOptions } from './connection.js';
import { guardSlackRequests } from './http-guard.js';
import { limitClients, mostConnections, serverOptions } from './server-limits.js';

const endpoint = '/slack/events';

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
  receiver.requestListener = (request, response) => {
    arrivals.note();
    guarded(request, response);
  };
  let listening = false;
  return {
    receiver,
    async start() {
      const { port, host } = transport;
      // Connections beyond 511 would be refused by the system, which tells their client to try again only after a second.
      const server = await receiver.start({ port, host, backlog: mostConnections }, serverOptions);
      server.on('connection', () => arrivals.note());
      limitClients(server);
      listening = true;
    },
    async close() {
      listening = false;
      await receiver.stop();
    },
    isConnected: () => listening,
  };
}
