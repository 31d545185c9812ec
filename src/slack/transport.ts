import type { WebClientOptions } from '@slack/web-api';
import type { Transport } from '../config.js';
import type { Logger } from '../log.js';
import type { Connection, Health } from './connection.js';
import { httpConnection } from './http-connection.js';
import { socketConnection } from './socket-connection.js';

/** The connection that the settings ask for; nothing else knows which one it is. */
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
