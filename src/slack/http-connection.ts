import { HTTPReceiver } from '@slack/bolt';
import type { Transport } from '../config.js';
import type { Logger } from '../log.js';
import { boltLogger } from './bolt-logger.js';
import { type Connection, type Health, healthRoute } from './connection.js';

/** Signed HTTP: Slack posts every request to /slack/events. */
export function httpConnection(
  transport: Extract<Transport, { type: 'http' }>,
  health: Health,
  log: Logger,
): Connection {
  const receiver = new HTTPReceiver({
    signingSecret: transport.signingSecret,
    endpoints: '/slack/events',
    logger: boltLogger(log),
    customRoutes: [healthRoute(health)],
  });
  let listening = false;
  return {
    receiver,
    async start() {
      await receiver.start({ port: transport.port, host: transport.host });
      listening = true;
    },
    async close() {
      listening = false;
      await receiver.stop();
    },
    isConnected: () => listening,
  };
}
