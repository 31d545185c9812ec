import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../log.js';
import type { CallResult, Observer } from '../../operating/observer.js';
import type { TokenWatch } from '../workspaces/token-watch.js';
import { patientFetch } from './patient-fetch.js';

const requestTimeoutMs = 10_000;
/** Requests that wait because Slack says so do not keep others from being made. */
const mostAtOnce = 1_000;

/**
 * How Slack is called. Waiting and trying again is done by the fetch, for `respond` as well, so the client itself does neither.
 * The same object must never carry `headers` (WebClient writes a token into them).
 * @param observer hears of each request and how it ended
 * @param tokens hears what Slack says of the tokens
 */
export function webClientOptions(
  apiUrl: string | null,
  observer: Observer,
  tokens: Pick<TokenWatch, 'heard'>,
  log: Logger,
): WebClientOptions {
  const send: NonNullable<WebClientOptions['fetch']> = async (url, init) => {
    const done = observer.slackCall(methodOf(url));
    try {
      const response = await fetchWithTimeout(url, init);
      const [result, refusal] = await resultOf(response);
      done(result, refusal);
      if (response.ok) tokens.heard(new Headers(init?.headers).get('authorization'), refusal);
      return response;
    } catch (error) {
      done('unreachable', null);
      throw error;
    }
  };
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    maxRequestConcurrency: mostAtOnce,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    fetch: patientFetch(send, methodOf, log),
  };
}

/** Bolt's `respond` goes through this function and has no time-out of its own. */
function fetchWithTimeout(...[url, init]: Parameters<NonNullable<WebClientOptions['fetch']>>): Promise<Response> {
  const deadline = AbortSignal.timeout(requestTimeoutMs);
  const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  return fetch(url, { ...init, signal });
}

/** The Web API's methods have names such as chat.postMessage; anything else is an address that came with a request. */
function methodOf(url: string | URL): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return /^[a-z][\w]*(?:\.[a-z]\w*)+$/i.test(last) ? last : 'response_url';
}

/** A refusal comes with status 200 and its name in the body; the body is left to be read by whoever asked. */
async function resultOf(response: Response): Promise<[CallResult, refusal: string | null]> {
  if (response.status === 429) return ['rate_limited', null];
  if (!response.ok) return ['http_error', null];
  const body = await response.clone().text();
  if (!/"ok"\s*:\s*false/.test(body)) return ['ok', null];
  return ['refused', /"error"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? 'unnamed'];
}
