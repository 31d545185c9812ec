import type { Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';
import type { Page } from '../../operating/pages.js';
import type { Arrivals } from '../load/arrivals.js';
import type { SocketLimits } from './socket-watch.js';

/** A way for requests to reach the bot, and to end it without losing one that is under way. */
export interface Connection {
  receiver: Receiver;
  /** Resolves when requests can arrive. @throws what Slack or the network has against it; then nothing stays open */
  start(): Promise<void>;
  /** Takes no new requests from here on; those under way can still be answered. */
  close(): Promise<void>;
  isConnected(): boolean;
}

/** What a connection is made with. */
export interface ConnectionOptions {
  clientOptions: WebClientOptions;
  /** Served over HTTP, also where Slack's requests come another way. */
  pages: readonly Page[];
  log: Logger;
  observer: Observer;
  arrivals: Pick<Arrivals, 'note'>;
  limits: SocketLimits;
}
