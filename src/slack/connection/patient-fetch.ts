import { setTimeout as wait } from 'node:timers/promises';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../log.js';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** A request is told to slow down as often as it likes, as long as it does not wait longer than this for it altogether. */
const longestWaitMs = 60_000;
/** A window opens within three seconds of the press or not at all; who waits longer is better told. */
const longestWaitForWindowMs = 2_000;
/** Where Slack says no time. */
const defaultWaitSeconds = 1;
/** Pauses before another try of what failed. */
const retryPausesMs = [300, 1_000];

const opensWindow = /^views\.(open|push)$/;
/** Done twice, these are seen twice, or fail the second time. */
const onlyOnce = /^(chat\.postMessage|chat\.postEphemeral|response_url|views\.open|views\.push)$/;
/** The request never left: it can be sent again, whatever it is. */
const neverSent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * A fetch that waits where Slack says so and tries again what is safe to try again. Each request waits for itself, where the
 * Web API's client would let all channels wait for one; a message whose fate is not known is not sent again, because it may
 * stand there already.
 * @param send makes one request, with a time-out of its own
 * @param methodOf names a request by its address
 */
export function patientFetch(send: Fetch, methodOf: (url: string | URL) => string, log: Logger): Fetch {
  return async (url, init) => {
    const method = methodOf(url);
    const longest = opensWindow.test(method) ? longestWaitForWindowMs : longestWaitMs;
    let waited = 0;
    for (let failures = 0; ; ) {
      const outcome = await attempt(send, url, init);
      const seconds = secondsToWait(outcome);
      if (seconds !== null) {
        waited += seconds * 1_000;
        if (waited > longest) return result(outcome);
        log.info({ method, seconds }, 'Slack is rate limiting us: a request waits and is made again');
        await wait(seconds * 1_000);
        continue;
      }
      const pause = isWorthAnotherTry(outcome, method) ? retryPausesMs[failures] : undefined;
      if (pause === undefined) return result(outcome);
      failures += 1;
      await wait(pause);
    }
  };
}

type Reply = Awaited<ReturnType<Fetch>>;
type Outcome = { response: Reply } | { error: unknown };

async function attempt(send: Fetch, ...[url, init]: Parameters<Fetch>): Promise<Outcome> {
  try {
    return { response: await send(url, init) };
  } catch (error) {
    return { error };
  }
}

function result(outcome: Outcome): Reply {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

/** Null when there is nothing to wait for. */
function secondsToWait(outcome: Outcome): number | null {
  if ('error' in outcome || outcome.response.status !== 429) return null;
  const seconds = Number(outcome.response.headers.get('retry-after') ?? defaultWaitSeconds);
  return seconds >= 0 ? seconds : defaultWaitSeconds;
}

/** With 503 Slack did not take the request; with other failures it may have. */
function isWorthAnotherTry(outcome: Outcome, method: string): boolean {
  if ('error' in outcome) return !onlyOnce.test(method) || neverSent.test(codeOf(outcome.error));
  const { status } = outcome.response;
  return status === 503 || (status >= 500 && !onlyOnce.test(method));
}

/** The network's name for a failure: fetch has it one level down, and one more where it tried several addresses. */
function codeOf(error: unknown): string {
  const cause: unknown = Object(error).cause;
  const { code, errors }: { code?: unknown; errors?: readonly unknown[] } = Object(cause);
  return String(code ?? Object(errors?.[0]).code);
}
