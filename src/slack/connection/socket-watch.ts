import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';

type SocketModeClient = SocketModeReceiver['client'];

/** How long a connection may be deaf. */
export interface SocketLimits {
  /** From opening a connection to Slack's hello. */
  helloMs: number;
  /** Without a message or ping of Slack's. */
  silenceMs: number;
}

/**
 * The client itself closes a connection on which its pings are not answered for 5 seconds, or where Slack has stopped
 * pinging for 30, and then waits up to 30 for a goodbye. This is for what it does not see: a connection that never says
 * hello or never pings, and one that does not say goodbye.
 */
export const socketLimits: SocketLimits = { helloMs: 15_000, silenceMs: 45_000 };

/** Slack allows ten connections to an app and refuses the next. */
const manyConnections = 8;

/**
 * Cuts a connection on which nothing comes, so that another one is opened, and tells what Slack says about connections.
 * @returns what ends that
 */
export function watchSocket(
  client: SocketModeClient,
  limits: SocketLimits,
  log: Logger,
  observer: Observer,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let waitsFor = { milliseconds: limits.helloMs, what: 'hello' };

  function listen(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      log.error(waitsFor, 'the connection to Slack is deaf: it is cut, and another one opened');
      observer.connection('deaf');
      cut(client);
    }, waitsFor.milliseconds);
  }

  /** A process has one such connection, so whichever pings is this one. */
  function pinged(): void {
    if (timer !== undefined) listen();
  }

  client.on('connecting', () => {
    waitsFor = { milliseconds: limits.helloMs, what: 'hello' };
    listen();
  });
  client.on('connected', () => {
    waitsFor = { milliseconds: limits.silenceMs, what: 'a message or ping' };
    listen();
  });
  client.on('close', () => {
    clearTimeout(timer);
    timer = undefined;
  });
  client.on('ws_message', (data: unknown) => {
    if (timer !== undefined) listen();
    tellOf(data, log, observer);
  });
  subscribe('undici:websocket:ping', pinged);
  return () => {
    clearTimeout(timer);
    unsubscribe('undici:websocket:ping', pinged);
  };
}

/** The first says goodbye, which nobody may hear; the second does not wait for the answer. */
function cut(client: SocketModeClient): void {
  client.disconnect();
  client.disconnect();
}

/** What Slack says about the connection itself; requests, which all have an envelope, are none of that. */
function tellOf(data: unknown, log: Logger, observer: Observer): void {
  if (typeof data !== 'string' || data.includes('"envelope_id"')) return;
  const { type, num_connections: connections, reason } = read(data);
  if (type === 'hello' && typeof connections === 'number' && connections >= manyConnections) {
    log.warn({ connections }, 'this app has many connections to Slack, which takes ten at most');
  }
  if (type !== 'disconnect') return;
  observer.connection('asked_to_leave');
  const isRoutine = reason === 'refresh_requested' || reason === 'warning';
  log[isRoutine ? 'info' : 'warn']({ reason }, 'Slack asks the connection to go; another one is opened');
}

function read(data: string): { type?: unknown; num_connections?: unknown; reason?: unknown } {
  try {
    return Object(JSON.parse(data));
  } catch {
    return {};
  }
}
