import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Transport } from '../config.js';
import type { Logger } from '../log.js';
import { boltLogger } from './bolt-logger.js';

/** Answers `GET /healthz`. */
export interface Health {
  /** False while the bot cannot take questions. */
  isReady(): boolean;
}

/** A way for requests to reach the bot, and to end it without losing one that is under way. */
export interface Connection {
  receiver: Receiver;
  start(): Promise<void>;
  /** Takes no new requests from here on; those under way can still be answered. */
  close(): Promise<void>;
  isConnected(): boolean;
}

/** Slack asks a socket for a sign of life; a reconnect after a loss waits as long as this, so it is short. */
const pingTimeoutMs = 2_000;

export function createConnection(
  transport: Transport,
  clientOptions: WebClientOptions,
  health: Health,
  log: Logger,
): Connection {
  return transport.type === 'socket'
    ? socketConnection(transport, clientOptions, health, log)
    : httpConnection(transport, health, log);
}

function socketConnection(
  transport: Extract<Transport, { type: 'socket' }>,
  clientOptions: WebClientOptions,
  health: Health,
  log: Logger,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken: transport.appToken,
    logger: boltLogger(log),
    clientPingTimeout: pingTimeoutMs,
    installerOptions: { clientOptions, ...(transport.healthPort === null ? {} : { port: transport.healthPort }) },
    customRoutes: transport.healthPort === null ? [] : [healthRoute(health)],
  });
  let connected = false;
  receiver.client.on('connected', () => {
    connected = true;
  });
  for (const event of ['disconnected', 'reconnecting', 'close']) {
    receiver.client.on(event, () => {
      connected = false;
    });
  }
  return {
    receiver,
    async start() {
      await receiver.start();
    },
    close: () => receiver.client.disconnect(),
    isConnected: () => connected,
  };
}

function httpConnection(transport: Extract<Transport, { type: 'http' }>, health: Health, log: Logger): Connection {
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

function healthRoute(
  health: Health,
): NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['customRoutes']>[number] {
  return {
    path: '/healthz',
    method: ['GET'],
    handler(_request, response) {
      const ready = health.isReady();
      response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ready }));
    },
  };
}
