import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { type Config, ConfigError, readPatience } from '../config.js';
import { createLogger, type Logger } from '../log.js';
import { watchEventLoop } from '../operating/hang-watch.js';
import { errorName } from '../operating/label-names.js';
import { createMetrics } from '../operating/metrics.js';
import { createObserver } from '../operating/observe.js';
import { startTracing, type Tracing } from '../operating/tracing.js';
import { createSlackBot, type SlackBot } from '../slack/app.js';
import { tokenErrors } from '../slack/workspaces/token-watch.js';
import { openStore } from '../store/open-store.js';
import type { Store, StorePlace } from '../store/types.js';
import { kbFolders } from './knowledge-base.js';
import { type LiveKnowledgeBase, openLiveKnowledgeBase } from './live-knowledge-base.js';
import { whenAskedToStop } from './stopping.js';
import { version } from './version.js';

/**
 * Connects and answers until the process is asked to stop, or cannot take questions for so long that it gives up.
 * @param environment where the settings of this process are read: how long it is patient, and OpenTelemetry's
 * @param place where the store is
 * @param folders folders of articles; none means the setting SUBSTATUS_KB or the articles that ship
 * @param index an index file to answer from; not given means the setting SUBSTATUS_INDEX, or none
 * @throws ConfigError when Slack refuses a token, UnreachableError when there is no way to Slack, StoreError
 * when the store cannot be used, and what `loadKnowledgeBase` throws
 */
export async function serve(
  config: Config,
  place: StorePlace,
  environment: Record<string, string | undefined>,
  folders: string[],
  index?: string,
): Promise<void> {
  const metrics = createMetrics({ version, transport: config.transport.type });
  let tracing: Tracing | null = null;
  const onError = (error: unknown) => {
    metrics.error(error);
    tracing?.failed(errorName(error));
  };
  const log = createLogger(config.logLevel, { onError });
  let connected: SlackBot | null = null;
  let knowledgeBase: LiveKnowledgeBase | null = null;
  let store: Store | null = null;
  const afterMs = readPatience(environment);
  let endHangWatch = async () => {};
  // Before the first long step: the first process of a container is not ended by a signal that it does not handle.
  const stop = whenAskedToStop(async () => {
    await endHangWatch();
    await connected?.stop();
    await knowledgeBase?.close();
    await store?.close();
    await tracing?.close();
    log.info('stopped');
  });
  function giveUp(why: object): void {
    log.fatal(why, 'questions could not be taken for a long while: the process ends, for another one to be started');
    stop(1);
  }

  tracing = await startTracing(environment, version, log);
  store = await openRemembering(place, config, log);
  const named = folders.length > 0 ? folders : kbFolders(config.knowledgeBase);
  try {
    knowledgeBase = await openLiveKnowledgeBase(named, index ?? config.index, log);
    const { lookup, state } = knowledgeBase;
    const bot = createSlackBot(config, lookup, log, store, {
      observer: createObserver(metrics, tracing),
      metrics,
      giveUp: afterMs === null ? null : { afterMs, tell: giveUp },
      articles: state,
    });
    metrics.watch(async () => ({ ...(await bot.vitals()), ...state() }));
    await connect(bot, config);
    connected = bot;
    endHangWatch = watchEventLoop((error) => log.error({ err: error }, 'nobody watches the event loop any more'));
    log.info({ articles: lookup.size, transport: config.transport.type, store: store.place }, 'answering');
  } catch (error) {
    await knowledgeBase?.close();
    await store.close();
    throw error;
  }
}

/** A bot that answers is worth more than one that remembers, so a server that is away is waited for while answering. */
function openRemembering(place: StorePlace, { oauth, retentionMs: keptMs }: Config, log: Logger): Promise<Store> {
  return openStore(place, {
    mayBeAway: true,
    keptMs,
    keys: oauth?.keys ?? [],
    tell: (error, what) => log.error({ err: error }, what),
  });
}

/** There is no way to Slack's Web API from here. */
export class UnreachableError extends Error {
  readonly code = 'unreachable';
}

async function connect(bot: SlackBot, { apiUrl }: Config): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) {
      throw new UnreachableError(
        `Slack cannot be reached at ${apiUrl ?? 'https://slack.com/api/'} (${error.message}). Check the network, proxy and firewall of this machine, and SLACK_API_URL if it is set.`,
      );
    }
    if (!(error instanceof WebAPIPlatformError) || !tokenErrors.has(error.data.error)) throw error;
    throw new ConfigError(
      `Slack refuses a token (${error.data.error}). Check SLACK_BOT_TOKEN, and for Socket Mode SLACK_APP_TOKEN: the app may have been uninstalled, or the token reset.`,
    );
  }
}
