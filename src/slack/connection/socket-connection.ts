import { setTimeout as wait } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Transport } from '../../config.js';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';
import { boltLogger } from './bolt-logger.js';
import type { Connection, ConnectionOptions } from './connection.js';
import { servePages } from './page-server.js';
import { watchSocket } from './socket-watch.js';

type SocketModeClient = SocketModeReceiver['client'];

/** The n-th try after a loss waits n seconds, the first none, and no try waits longer than this. */
const longestPauseMs = 30_000;

/**
 * Socket Mode: the bot calls Slack, and requests come down that line. Reconnecting is done here, because the client's
 * own way ends the process with an unhandled rejection when Slack cannot be reached for some seconds.
 */
export function socketConnection(
  transport: Extract<Transport, { type: 'socket' }>,
  { clientOptions, pages, log, observer, limits }: ConnectionOptions,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken: transport.appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  const closing = new AbortController();
  let connected = false;
  let reconnecting = false;
  let closePages = async () => {};
  const endWatch = watchSocket(client, limits, log, observer);
  client.on('connected', () => {
    connected = true;
  });
  client.on('close', () => {
    connected = false;
  });

  async function reconnect(): Promise<void> {
    if (reconnecting || closing.signal.aborted) return;
    reconnecting = true;
    log.warn('the connection to Slack has ended; opening another one');
    observer.connection('lost');
    await keepTrying(client, closing.signal, log, observer);
    reconnecting = false;
  }

  return {
    receiver,
    async start() {
      const { healthPort, host } = transport;
      if (healthPort !== null) closePages = await servePages(healthPort, host, pages);
      try {
        await receiver.start();
      } catch (error) {
        await closePages();
        await receiver.stop();
        endWatch();
        throw error ?? new Error('Slack closed the Socket Mode connection before it was ready. Start again.');
      }
      client.on('disconnected', () => void reconnect());
    },
    async close() {
      closing.abort();
      const gone = new Promise((resolve) => client.once('disconnected', resolve));
      await receiver.stop();
      await gone;
      endWatch();
      await closePages();
    },
    isConnected: () => connected,
  };
}

/** Tries until the line stands or is no longer wanted. Says every failure; `/readyz` tells of the loss meanwhile. */
async function keepTrying(
  client: SocketModeClient,
  closing: AbortSignal,
  log: Logger,
  observer: Observer,
): Promise<void> {
  for (let failures = 0; !closing.aborted; failures += 1) {
    await wait(Math.min(failures * 1_000, longestPauseMs), undefined, { signal: closing }).catch(() => {});
    if (closing.aborted) return;
    try {
      await client.start();
      if (closing.aborted) await client.disconnect();
      return;
    } catch (error) {
      observer.connection('failed_try');
      log.error({ err: error, failures: failures + 1 }, 'no connection to Slack; trying again');
    }
  }
}
