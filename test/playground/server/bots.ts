import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { WebSocket } from 'ws';
import { isJson } from '../../../src/playground/server/json.js';
import type { Json, LocalSlack } from '../../../src/playground/server/types.js';

/** Tests make trouble on purpose; the SDKs' complaints about it would only hide real ones. */
const logger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** A Web API client with the bot's token that says a refusal at once. */
export function webClient(slack: LocalSlack, token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  });
}

/**
 * A real Bolt app in Socket Mode; `listen` adds its listeners. It reconnects after `reconnectMs`, which is also how
 * long it waits for a pong: too short a time cuts connections on a busy machine.
 */
export async function connectBot(
  slack: LocalSlack,
  listen: (app: App) => void = () => {},
  reconnectMs = 5_000,
): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: reconnectMs,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  return startApp(slack, new App(appOptions(slack, receiver)), listen);
}

/** A real Bolt app behind signed HTTP; resolves with the app and its request url. It answers what nobody acknowledged with 404 after 50 ms. */
export async function listenBot(
  slack: LocalSlack,
  listen: (app: App) => void = () => {},
): Promise<{ app: App; url: string }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, unhandledRequestTimeoutMillis: 50, logger });
  const app = new App(appOptions(slack, receiver));
  listen(app);
  await app.init();
  const server = await receiver.start(0);
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the bot does not listen on a port');
  return { app, url: `http://127.0.0.1:${address.port}/slack/events` };
}

function appOptions(slack: LocalSlack, receiver: SocketModeReceiver | HTTPReceiver) {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  return { token: slack.botToken, receiver, clientOptions, deferInitialization: true, logger };
}

async function startApp(slack: LocalSlack, app: App, listen: (app: App) => void): Promise<App> {
  listen(app);
  await app.init();
  await app.start();
  await slack.waitForBot();
  return app;
}

/** A Socket Mode connection without any SDK: sees envelopes as they are and acknowledges only when told. */
export interface BareConnection {
  received: Json[];
  /** The first message, past or future, that fits. */
  next(fits: (message: Json) => boolean): Promise<Json>;
  ack(envelope: Json, payload?: unknown): void;
  close(): void;
  closed: Promise<number>;
}

export async function connectBare(slack: LocalSlack): Promise<BareConnection> {
  const answer = await webClient(slack, slack.appToken).apps.connections.open();
  const socket = new WebSocket(answer.url ?? '');
  const received: Json[] = [];
  const watchers = new Set<() => void>();
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(data.toString());
    if (isJson(message)) received.push(message);
    for (const watch of [...watchers]) watch();
  });
  const connection: BareConnection = {
    received,
    next: (fits) => firstFitting(received, watchers, fits),
    ack: ({ envelope_id }, payload) => socket.send(JSON.stringify({ envelope_id, payload })),
    close: () => socket.close(),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  };
  await connection.next(({ type }) => type === 'hello');
  return connection;
}

function firstFitting(received: Json[], watchers: Set<() => void>, fits: (message: Json) => boolean): Promise<Json> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = received.find(fits);
      if (found === undefined) return;
      watchers.delete(look);
      resolve(found);
    };
    watchers.add(look);
    look();
  });
}
