import type { Transport } from '../../config.js';
import type { Connection, ConnectionOptions } from './connection.js';
import { httpConnection } from './http-connection.js';
import { socketConnection } from './socket-connection.js';

/** The connection that the settings ask for; nothing else knows which one it is. */
export function createConnection(transport: Transport, options: ConnectionOptions): Connection {
  return transport.type === 'socket' ? socketConnection(transport, options) : httpConnection(transport, options);
}
