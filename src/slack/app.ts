import { App, ErrorCode } from '@slack/bolt';
import type { Health } from '../cards/home-health.js';
import { textsIn } from '../cards/texts/texts.js';
import type { Config } from '../config.js';
import type { Logger } from '../log.js';
import type { Lookup } from '../lookup/types.js';
import type { Metrics } from '../operating/metrics.js';
import { type Observer, unobserved } from '../operating/observer.js';
import { operatingPages } from '../operating/pages.js';
import { createReadiness, type SlackState } from '../operating/readiness.js';
import type { Vitals } from '../operating/vitals.js';
import type { Pace, Store } from '../store/types.js';
import { registerActions } from './actions/index.js';
import { registerCommands } from './commands/index.js';
import { boltLogger } from './connection/bolt-logger.js';
import { watchOutage } from './connection/give-up.js';
import { type SocketLimits, socketLimits } from './connection/socket-watch.js';
import { createConnection } from './connection/transport.js';
import { sendDigests } from './digest/digest.js';
import { digestPlaces } from './digest/digest-places.js';
import { createWeeks } from './digest/week.js';
import { registerEvents } from './events/index.js';
import { Untold } from './failure.js';
import { type Admission, createAdmission, type LoadLimits, loadLimits } from './load/admission.js';
import { createArrivals } from './load/arrivals.js';
import { createBusyNotices } from './load/busy-notices.js';
import { createInFlight } from './load/in-flight.js';
import { createPosts, slackPace } from './load/posts.js';
import { createKeptNotes } from './notes/kept-notes.js';
import { registerOptions } from './options/index.js';
import { createRecentLookups } from './recent-lookups.js';
import { createDeliveries } from './requests/deduplicate.js';
import { createInterrupted, type WorkLimits, workLimits } from './requests/interrupted.js';
import { observeRequests } from './requests/observe-requests.js';
import { createRequests, type Requests } from './requests/requests.js';
import type { Services } from './services.js';
import { createKnownSettings } from './settings/known-settings.js';
import { registerShortcuts } from './shortcuts/index.js';
import { registerViews } from './views/index.js';
import { createAccess } from './workspaces/access.js';
import { markOutside } from './workspaces/outside.js';
import { refuseUnanswered } from './workspaces/refusals.js';
import { createTokenWatch } from './workspaces/token-watch.js';

/** A container gets about 30 seconds between being asked to stop and being killed; this leaves a margin. */
const drainMs = 25_000;
/** Answers to commands travel in the acknowledgement, so those under way need the connection a moment longer. */
const lastAcksMs = 1_000;

/** The bot, connected or not. */
export interface SlackBot {
  /** Checks the token, where there is one, and connects. @throws WebAPIPlatformError for a refused token, and network errors */
  start(): Promise<void>;
  /** Takes no more requests, finishes those under way (up to 25 s), disconnects. */
  stop(): Promise<void>;
  isReady(): boolean;
  /** How many requests are being answered. */
  readonly underWay: number;
  /** What stands now, as far as the bot knows it. */
  vitals(): Promise<Omit<Vitals, 'brokenArticles' | 'indexStale'>>;
}

/** What the bot uses of the store. */
export type BotStore = Omit<Store, 'type' | 'place' | 'close'>;

/** How the bot is watched while it runs. */
export interface Watching {
  observer: Observer;
  /** What `/metrics` answers; null for no such page. */
  metrics: Metrics | null;
  /** Is told when questions cannot be taken for so long; null to go on trying for ever. */
  giveUp: { afterMs: number; tell(why: { slack: SlackState; milliseconds: number }): void } | null;
  /** How well the folders of articles are followed. */
  articles: () => Pick<Vitals, 'brokenArticles' | 'indexStale'>;
  socketLimits: SocketLimits;
  workLimits: WorkLimits;
  loadLimits: LoadLimits;
  /** How fast messages follow each other in a channel. */
  pace: Pace;
}

const unwatched: Watching = {
  observer: unobserved,
  metrics: null,
  giveUp: null,
  articles: () => ({ brokenArticles: 0, indexStale: false }),
  socketLimits,
  workLimits,
  loadLimits,
  pace: slackPace,
};

/**
 * Builds the bot over a knowledge base; nothing is sent before `start()`.
 * @param store what survives a restart; without one, what the bot knows of deliveries ends with it
 */
export function createSlackBot(
  config: Config,
  lookup: Lookup,
  log: Logger,
  store: BotStore | null = null,
  watching: Partial<Watching> = {},
): SlackBot {
  const { observer, metrics, giveUp, articles, socketLimits: limits, ...load } = { ...unwatched, ...watching };
  const inFlight = createInFlight();
  let phase: 'starting' | 'started' | 'stopping' = 'starting';
  const tokens = createTokenWatch(tokensOf(config), log);
  const access = createAccess(config, store, { log, observer, tokens });
  const { clientOptions, seeingOff } = access;
  const slackState = (): SlackState => {
    if (phase === 'stopping') return 'stopping';
    if (tokens.isRefused) return 'token refused';
    return phase === 'started' && connection.isConnected() ? 'connected' : 'connecting';
  };
  const readiness = createReadiness({
    store: store === null ? null : () => store.check(),
    slack: slackState,
    index: () => ({ articles: lookup.size, made: lookup.refreshed }),
  });
  const pages = [...operatingPages(readiness, metrics), ...access.pages];
  const arrivals = createArrivals();
  const connection = createConnection(config.transport, { clientOptions, pages, log, observer, limits, arrivals });
  let endWatch = () => {};
  let endDigests = async () => {};
  const deliveries = createDeliveries(store?.deliveries ?? null, log);
  const requests = createRequests(deliveries, store?.unfinished ?? null, inFlight, log);
  const settingsDoor = store?.settings ?? null;
  const known = createKnownSettings(settingsDoor, log);
  const posts = createPosts(store?.postSlots ?? null, { observer, log }, load.pace);
  const busyNotices = createBusyNotices();
  const doorkeeper = { arrivals, known, observer, notices: busyNotices, posts, log };
  const admission = createAdmission(doorkeeper, load.loadLimits);
  const app = new App({
    authorize: access.authorize,
    receiver: requests.over(admission.over(observeRequests(connection.receiver, observer))),
    clientOptions,
    logger: boltLogger(log),
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
  });
  const recent = createRecentLookups();
  store?.onForgotten(recent.clear);
  const lookups = store?.lookups ?? null;
  const texts = textsIn('en');
  const interrupted =
    store === null
      ? null
      : createInterrupted({
          ...{ store: store.unfinished, worker: requests.worker, authorize: access.authorize },
          ...{ clientOptions, posts, known, log, limits: load.workLimits },
        });
  const weeks = createWeeks(store?.insights ?? null, lookup, log);
  const health = async (): Promise<Health> => {
    const { checks } = await readiness();
    const { brokenArticles: broken, indexStale: stale } = articles();
    const { size, refreshed } = lookup;
    const connected = connection.isConnected();
    return { connected, store: checks.store.state, articles: size, refreshed, broken, stale };
  };
  const asStarted = { lookup, group: config.ask, texts, weeks, health };
  const feedback = store?.feedback ?? null;
  const notes = store === null ? null : createKeptNotes(store.notes, log);
  const doors = { deliveries, lookups, feedback, settingsDoor, seeingOff };
  const sending = { posts, busyNotices };
  const services = { ...asStarted, ...doors, ...sending, log, recent, notes, known, observer };
  register(app, services, { installUrl: access.installUrl, requests, admission });
  return {
    isReady: () => slackState() === 'connected',
    get underWay() {
      return inFlight.count;
    },
    async start() {
      await access.check();
      await app.init();
      await notes?.start();
      await interrupted?.start();
      await connection.start();
      phase = 'started';
      if (config.botToken !== null) tokens.askAgainWith(access.check);
      if (store !== null) {
        const { insights, deliveries: claims, settings } = store;
        const places = () => digestPlaces({ settings, access, clientOptions, asStarted: config.digest });
        endDigests = sendDigests({ insights, claims, known, lookup, posts, places, onChange: settings.onChange, log });
      }
      if (giveUp === null) return;
      endWatch = watchOutage(slackState, giveUp.afterMs, (slack, milliseconds) => giveUp.tell({ slack, milliseconds }));
    },
    async stop() {
      phase = 'stopping';
      endWatch();
      tokens.close();
      await endDigests();
      await inFlight.drain(lastAcksMs);
      await connection.close();
      notes?.stop();
      if (!(await inFlight.drain(drainMs))) {
        const told = store === null ? '' : '; whoever waits for them is told by the next process';
        log.error({ left: inFlight.count }, `stopped with requests under way${told}`);
      }
      await requests.close();
      await interrupted?.close();
    },
    async vitals() {
      const { ready, checks } = await readiness();
      const waiting = posts.waiting();
      return {
        ready,
        connected: connection.isConnected(),
        tokenRefused: tokens.isRefused,
        requestsInFlight: inFlight.count,
        postsWaiting: waiting.all,
        postsWaitingLongest: waiting.longest,
        articles: lookup.size,
        indexMade: lookup.refreshed?.getTime() ?? 0,
        storeUp: checks.store.state === 'up',
        writesWaiting: store?.lookups.waiting ?? 0,
      };
    },
  };
}

/** The tokens in the settings, by the setting that holds them. */
function tokensOf({ botToken, transport }: Config): Record<string, string> {
  return {
    ...(botToken === null ? {} : { SLACK_BOT_TOKEN: botToken }),
    ...(transport.type === 'socket' ? { SLACK_APP_TOKEN: transport.appToken } : {}),
  };
}

interface Entrance {
  installUrl: string | null;
  requests: Requests;
  admission: Admission;
}

function register(app: App, services: Services, { installUrl, requests, admission }: Entrance): void {
  app.use(refuseUnanswered(installUrl));
  app.use(markOutside());
  app.use((args) => admission.turn(args));
  registerCommands(app, services);
  registerEvents(app, services);
  registerActions(app, services);
  registerShortcuts(app, services);
  registerViews(app, services);
  registerOptions(app, services);
  const onError: Parameters<App['error']>[0] = async ({ error, body }) => {
    requests.untold(body);
    if (!(error.original instanceof Untold)) services.log.error({ err: error }, 'a request could not be handled');
    // Without the store nobody knows whose it is: not acknowledged, it comes again.
    if (error.code === ErrorCode.AuthorizationError) throw error;
  };
  app.error(onError);
}
