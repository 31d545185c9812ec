import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import { interruptedCard } from '../../cards/interrupted-card.js';
import { textsIn } from '../../cards/texts/texts.js';
import type { Logger } from '../../log.js';
import type { Unfinished, UnfinishedWork } from '../../store/types.js';
import type { Posts } from '../load/posts.js';
import { postCard } from '../reply.js';
import type { KnownSettings } from '../settings/known-settings.js';
import { within } from '../within.js';
import type { Authorization } from '../workspaces/authorize.js';
import { tokenErrors } from '../workspaces/token-watch.js';
import { type Asker, readAsker } from './asker.js';

/** How soon it shows that a process is gone. */
export interface WorkLimits {
  /** It says so often that it is there. */
  beatMs: number;
  /** And counts as gone when it has not for so long. */
  goneAfterMs: number;
  /** When Slack cannot be told, it is left alone for so long, and twice as long each time after. */
  restMs: number;
}

export const workLimits: WorkLimits = { beatMs: 5_000, goneAfterMs: 15_000, restMs: 5_000 };

const longestRestMs = 5 * 60 * 1000;
/** The bot starts without the store rather than late. */
const firstBeatMs = 1_500;
/** After so long nobody waits any more. */
const oldestMs = 60 * 60 * 1000;
/** So many at a time, so that Slack is not flooded after a crash. */
const most = 20;

interface InterruptedOptions {
  store: UnfinishedWork;
  /** The name of this process. */
  worker: string;
  authorize: Authorization['authorize'];
  clientOptions: WebClientOptions;
  posts: Posts;
  known: KnownSettings;
  log: Logger;
  limits: WorkLimits;
}

/** Tells people of requests that ended with the process that had taken them on. */
export interface Interrupted {
  /** Says that this process is there, and from then on looks for what others left behind. Never throws. */
  start(): Promise<void>;
  /** What this process has not finished is another one's from here on. Never throws. */
  close(): Promise<void>;
}

export function createInterrupted(options: InterruptedOptions): Interrupted {
  const { store, worker, log } = options;
  const { beatMs, goneAfterMs } = options.limits;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  let restMs = options.limits.restMs;
  let restsUntil = 0;
  let isAway = false;

  async function look(): Promise<void> {
    try {
      await store.alive(worker, goneAfterMs);
      // After an outage the others say first that they are there.
      if (!isAway && Date.now() >= restsUntil) await tellOfLeftBehind();
      isAway = false;
    } catch (error) {
      log.debug({ err: error }, 'the store is away: nobody looks for unfinished requests');
      isAway = true;
    }
  }

  async function tellOfLeftBehind(): Promise<void> {
    const now = Date.now();
    const found = await store.takeOver(worker, { since: now - oldestMs, before: now - goneAfterMs, most });
    for (const [about, keys] of byAsker(found)) {
      const asker = readAsker(about);
      const isTold = Date.now() >= restsUntil && (asker === null || (await tell(options, asker)));
      if (isTold) restMs = options.limits.restMs;
      else if (Date.now() >= restsUntil) {
        restsUntil = Date.now() + restMs;
        restMs = Math.min(restMs * 2, longestRestMs);
      }
      await (isTold ? store.told(keys) : store.giveUp(keys));
    }
  }

  return {
    async start() {
      looking = store.alive(worker, goneAfterMs).catch(() => {});
      await within(firstBeatMs, looking).catch(() => {});
      timer = setInterval(() => {
        looking = looking.then(look);
      }, beatMs).unref();
    },
    async close() {
      clearInterval(timer);
      await looking;
      await store.alive(worker, 0).catch(() => {});
    },
  };
}

/** Who had asked several things in one place is told once. */
function byAsker(found: readonly Unfinished[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, about } of found) groups.set(about, [...(groups.get(about) ?? []), key]);
  return groups;
}

/** In a direct message, which works wherever the question was. @returns false when it is worth another try */
async function tell(
  { authorize, clientOptions, posts, known, log }: InterruptedOptions,
  { team, enterprise, isOrgWide, user, channel }: Asker,
): Promise<boolean> {
  const place = { team: team ?? undefined, channel: channel ?? undefined };
  try {
    const body = { team_id: team, enterprise_id: enterprise, is_enterprise_install: isOrgWide };
    const { botToken, teamId } = await authorize(null, body);
    if (botToken === undefined) return true; // no longer installed there
    const { language } = await known.in(place);
    const client = new WebClient(botToken, { ...clientOptions, ...(teamId === undefined ? {} : { teamId }) });
    await postCard({ client, team: teamId, posts }, { channel: user }, interruptedCard(textsIn(language), channel));
    log.warn({ team, user }, 'somebody was told that a request of theirs was interrupted');
    return true;
  } catch (error) {
    log.error({ err: error, team, user }, 'somebody could not be told that a request of theirs was interrupted');
    return error instanceof WebAPIPlatformError && !tokenErrors.has(error.data.error);
  }
}
