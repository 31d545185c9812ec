import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { isJson, parseJson } from '../json.js';
import { requestUrl } from '../request-url.js';
import { Listeners } from '../state/listeners.js';
import type { Ack, Deafness, DropPoint, Json } from '../types.js';
import { waitFor } from '../waiting.js';
import type { Delivery, Outcome, Transport } from './types.js';

/** Slack allows ten connections an app. */
const maxConnections = 10;
/** Bolt hangs up when no ping came for 30 seconds. */
const pingEveryMs = 5_000;
/** What Slack leaves a connection after it asked it to go. */
const graceMs = 10_000;
const goodbyeMs = 250;
/** What has left has arrived by then. */
const arrivalMs = 100;

interface Connection {
  socket: WebSocket;
  /** Asked to go: gets nothing new. */
  leaving: boolean;
  alive: boolean;
  /** Nothing comes down this line any more, though it stands. */
  deaf: boolean;
}

/** Delivers over the Socket Mode connections that the bot opened; each delivery goes to one of them, in turn. */
export class SocketTransport implements Transport {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, Set<(payload: unknown) => void>>();
  readonly #listeners = new Listeners<void>();
  readonly #appId: string;
  readonly #pinger: NodeJS.Timeout;
  #turn = 0;
  /** How many of the next connections get no hello, and nothing else. */
  #deafBorn = 0;
  /** Where the next deliveries lose their connection. */
  readonly #drops: DropPoint[] = [];
  /** How many of the next requests for a connection are not even answered. */
  #unanswered = 0;
  readonly #leftWaiting = new Set<Duplex>();

  constructor(appId: string) {
    this.#appId = appId;
    this.#pinger = setInterval(() => this.#pingAll(), pingEveryMs);
    this.#pinger.unref();
  }

  /** A path for one connection, with a ticket that opens it once. */
  newPath(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}`;
  }

  /** Takes the connection if its url carries an unused ticket. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = requestUrl(request).searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    if (this.#unanswered > 0) {
      this.#unanswered -= 1;
      this.#leftWaiting.add(stream);
    } else this.#server.handleUpgrade(request, stream, head, (socket) => this.#greet(socket));
  }

  /** Whether there is a connection that takes deliveries. */
  isConnected(): boolean {
    return this.#ready().some(({ deaf }) => !deaf);
  }

  /** Calls the listener when a connection came or went; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Rejects when no connection stands in time. */
  waitForConnection(timeoutMs: number): Promise<void> {
    return waitFor<boolean>(
      () => (this.isConnected() ? true : null),
      (listener) => this.subscribe(() => listener(this.isConnected())),
      (isConnected) => isConnected,
      timeoutMs,
      () => 'the bot opened no Socket Mode connection',
    ).then(() => undefined);
  }

  async send(delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    const connection = this.#next();
    if (connection === null) return { ack: null, error: 'dispatch_failed', reason: 'connection_failed' };
    const began = performance.now();
    const answer = this.#answerTo(delivery.id, signal);
    const drop = this.#drops.shift();
    if (drop === 'unsent') {
      this.#drop(connection);
      return { ack: null, error: 'dispatch_failed', reason: 'connection_failed' };
    }
    if (!connection.deaf) await sent(connection.socket, envelope(delivery));
    if (drop === 'sent') {
      connection.socket.pause(); // the delivery arrives, its acknowledgement does not
      await sleep(arrivalMs);
      this.#drop(connection);
      return { ack: null, error: 'operation_timeout', reason: 'timeout' };
    }
    const payload = await answer;
    if (drop === 'acked') this.#drop(connection);
    if (payload === undefined) return { ack: null, error: 'operation_timeout', reason: 'timeout' };
    const ack: Ack = { status: 200, body: payload, milliseconds: performance.now() - began };
    return { ack, error: null, reason: null };
  }

  /** The connections of the next deliveries are cut at a point of their way. */
  dropNext(when: DropPoint, times: number): void {
    this.#drops.push(...Array.from({ length: times }, () => when));
  }

  /** Says that every connection will go soon, or has to go now; those that stay are cut after Slack's grace. */
  disconnectAll(reason: 'warning' | 'refresh_requested'): void {
    for (const connection of this.#connections) {
      connection.leaving = reason === 'refresh_requested';
      tell(connection.socket, { type: 'disconnect', reason, debug_info: { host: 'local-slack' } });
      if (connection.leaving) setTimeout(() => connection.socket.terminate(), graceMs).unref();
    }
    this.#listeners.tell();
  }

  dropAll(): void {
    for (const { socket } of this.#connections) socket.terminate();
    this.#connections.clear();
    this.#listeners.tell();
  }

  /**
   * Every connection stays open, and nothing comes down it any more: no delivery, no ping. One that is half-open does not
   * even answer a ping or a goodbye.
   */
  deafenAll(how: Deafness): void {
    for (const connection of this.#connections) deafen(connection, how);
    this.#listeners.tell();
  }

  /** The next connections are deaf from the start: opened without a hello, or, half-open, not opened to the end. */
  deafenNext(how: Deafness, times: number): void {
    if (how === 'mute') this.#deafBorn = times;
    else this.#unanswered = times;
  }

  /** Says goodbye to every connection, and cuts those that do not answer. */
  async stop(): Promise<void> {
    clearInterval(this.#pinger);
    for (const stream of this.#leftWaiting) stream.destroy();
    await Promise.all([...this.#connections].map(({ socket }) => sayGoodbye(socket)));
    this.#server.close();
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection);
    connection.socket.terminate();
    this.#listeners.tell();
  }

  #greet(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#connections.size >= maxConnections) {
      tell(socket, { type: 'disconnect', reason: 'too_many_websockets', debug_info: { host: 'local-slack' } });
      socket.close();
      return;
    }
    for (const { socket: old, deaf } of this.#connections) if (deaf) old.terminate(); // the bot has given it up
    const connection: Connection = { socket, leaving: false, alive: true, deaf: false };
    this.#connections.add(connection);
    socket.on('message', (data) => this.#receive(data.toString()));
    socket.on('pong', () => {
      connection.alive = true;
    });
    socket.on('close', () => {
      this.#connections.delete(connection);
      this.#listeners.tell();
    });
    if (this.#deafBorn > 0) {
      this.#deafBorn -= 1;
      deafen(connection, 'mute');
    } else tell(socket, this.#hello());
    this.#listeners.tell();
  }

  #hello(): Json {
    return {
      type: 'hello',
      num_connections: this.#connections.size,
      connection_info: { app_id: this.#appId },
      debug_info: { host: 'local-slack', build_number: 1, approximate_connection_time: 18_060 },
    };
  }

  #receive(text: string): void {
    const message = parseJson(text);
    if (!isJson(message) || typeof message.envelope_id !== 'string') return;
    for (const resolve of this.#waiting.get(message.envelope_id) ?? []) resolve(message.payload ?? null);
  }

  /** The payload of the acknowledgement, or undefined when the signal aborts first. */
  #answerTo(id: string, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(id) ?? new Set();
      const settle = (payload: unknown): void => {
        waiting.delete(settle);
        if (waiting.size === 0) this.#waiting.delete(id);
        signal.removeEventListener('abort', giveUp);
        resolve(payload);
      };
      const giveUp = (): void => settle(undefined);
      this.#waiting.set(id, waiting.add(settle));
      signal.addEventListener('abort', giveUp);
    });
  }

  #ready(): Connection[] {
    return [...this.#connections].filter(({ socket, leaving }) => !leaving && socket.readyState === socket.OPEN);
  }

  #next(): Connection | null {
    const ready = this.#ready();
    this.#turn += 1;
    return ready[this.#turn % ready.length] ?? null;
  }

  #pingAll(): void {
    for (const connection of this.#connections) {
      if (connection.deaf) continue;
      if (connection.alive) connection.socket.ping(`Ping from local-slack (${Date.now()})`);
      else connection.socket.terminate();
      connection.alive = false;
    }
  }
}

/** Without reading, neither pings nor a goodbye are answered. */
function deafen(connection: Connection, how: Deafness): void {
  connection.deaf = true;
  if (how === 'half-open') connection.socket.pause();
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), goodbyeMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function tell(socket: WebSocket, message: Json): void {
  socket.send(JSON.stringify(message));
}

/** Resolves when the message has left, or cannot any more. */
function sent(socket: WebSocket, message: Json): Promise<void> {
  return new Promise((resolve) => socket.send(JSON.stringify(message), () => resolve()));
}

/** Only events carry the retry fields. */
function envelope({ id, name, payload, acceptsResponse, retry }: Delivery): Json {
  const common = { envelope_id: id, payload, type: name, accepts_response_payload: acceptsResponse };
  if (name !== 'events_api') return common;
  return { ...common, retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
}
