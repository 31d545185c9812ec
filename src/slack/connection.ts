import type { ServerResponse } from 'node:http';
import type { HTTPReceiver, Receiver } from '@slack/bolt';

/** Answers `GET /healthz`. */
export interface Health {
  /** False while the bot cannot take questions. */
  isReady(): boolean;
}

/** A way for requests to reach the bot, and to end it without losing one that is under way. */
export interface Connection {
  receiver: Receiver;
  /** Resolves when requests can arrive. @throws what Slack or the network has against it; then nothing stays open */
  start(): Promise<void>;
  /** Takes no new requests from here on; those under way can still be answered. */
  close(): Promise<void>;
  isConnected(): boolean;
}

type Route = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['customRoutes']>[number];

/** The route for a receiver that has an HTTP server. */
export function healthRoute(health: Health): Route {
  return { path: '/healthz', method: ['GET'], handler: (_request, response) => answerHealth(response, health) };
}

/** 200 while questions can be taken, else 503. */
export function answerHealth(response: ServerResponse, health: Health): void {
  const ready = health.isReady();
  response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ready }));
}
