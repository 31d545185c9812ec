import { App } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Config } from '../config.js';
import type { Logger } from '../log.js';
import type { Lookup } from '../lookup/types.js';
import type { Store } from '../store/types.js';
import { registerActions } from './actions/index.js';
import { boltLogger } from './bolt-logger.js';
import { registerCommands } from './commands/index.js';
import { createDeliveries, deliveryKey } from './deduplicate.js';
import { registerEvents } from './events/index.js';
import { createInFlight, type InFlight } from './in-flight.js';
import { registerOptions } from './options/index.js';
import { createRecentLookups } from './recent-lookups.js';
import type { Services } from './services.js';
import { registerShortcuts } from './shortcuts/index.js';
import { createConnection } from './transport.js';
import { registerViews } from './views/index.js';

/** A container gets about 30 seconds between being asked to stop and being killed; this leaves a margin. */
const drainMs = 25_000;
/** Answers to commands travel in the acknowledgement, so those under way need the connection a moment longer. */
const lastAcksMs = 1_000;

/** The bot, connected or not. */
export interface SlackBot {
  /** Checks the token and connects. @throws WebAPIPlatformError for a refused token, and network errors */
  start(): Promise<void>;
  /** Takes no more requests, finishes those under way (up to 25 s), disconnects. */
  stop(): Promise<void>;
  isReady(): boolean;
  /** How many requests are being answered. */
  readonly underWay: number;
}

/**
 * Builds the bot over a knowledge base; nothing is sent before `start()`.
 * @param store what survives a restart; without one, what the bot knows of deliveries ends with it
 */
export function createSlackBot(
  config: Config,
  lookup: Lookup,
  log: Logger,
  store: Pick<Store, 'deliveries' | 'lookups'> | null = null,
): SlackBot {
  const inFlight = createInFlight();
  let started = false;
  const health = { isReady: () => started && connection.isConnected() };
  const clientOptions = webClientOptions(config.apiUrl);
  const connection = createConnection(config.transport, clientOptions, health, log);
  const app = new App({
    token: config.botToken ?? '',
    receiver: connection.receiver,
    clientOptions,
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
  });
  const deliveries = createDeliveries(store?.deliveries ?? null, log);
  const recent = createRecentLookups();
  register(app, { lookup, group: config.ask, log, deliveries, lookups: store?.lookups ?? null, recent }, inFlight);
  return {
    isReady: health.isReady,
    get underWay() {
      return inFlight.count;
    },
    async start() {
      await app.init();
      await connection.start();
      started = true;
    },
    async stop() {
      started = false;
      await inFlight.drain(lastAcksMs);
      await connection.close();
      if (!(await inFlight.drain(drainMs))) log.error({ left: inFlight.count }, 'stopped with requests under way');
    },
  };
}

function register(app: App, services: Services, inFlight: InFlight): void {
  app.use(({ next }) => inFlight.run(next));
  app.use(async ({ body, next, ack, logger }) => {
    const key = deliveryKey(body);
    if (key === null || (await services.deliveries.takeOn(key))) return next();
    logger.info('a repeated delivery was not answered again');
    if (typeof ack === 'function') await ack();
  });
  registerCommands(app, services);
  registerEvents(app, services);
  registerActions(app, services);
  registerShortcuts(app, services);
  registerViews(app, services);
  registerOptions(app, services);
  app.error(async (error) => {
    services.log.error({ err: error }, 'a request could not be handled');
  });
}

/**
 * Few and short retries: chat.postMessage is not idempotent, so a long series of tries risks saying a thing twice.
 * The same object must never carry `headers` (WebClient writes a token into them).
 */
function webClientOptions(apiUrl: string | null): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    timeout: requestTimeoutMs,
    retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 },
    fetch: fetchWithTimeout,
  };
}

const requestTimeoutMs = 10_000;

/** Bolt's `respond` goes through this function and has no time-out of its own. */
const fetchWithTimeout: NonNullable<WebClientOptions['fetch']> = (url, init) => {
  const deadline = AbortSignal.timeout(requestTimeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  return fetch(url, { ...init, signal });
};
