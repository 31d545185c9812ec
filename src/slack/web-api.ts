import type { WebClientOptions } from '@slack/web-api';
import type { CallResult, Observer } from '../operating/observer.js';
import type { TokenWatch } from './token-watch.js';

const requestTimeoutMs = 10_000;

/**
 * Few and short retries: chat.postMessage is not idempotent, so a long series of tries risks saying a thing twice.
 * The same object must never carry `headers` (WebClient writes a token into them).
 * @param observer hears of each request and how it ended
 * @param tokens hears what Slack says of the tokens
 */
export function webClientOptions(
  apiUrl: string | null,
  observer: Observer,
  tokens: Pick<TokenWatch, 'heard'>,
): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    timeout: requestTimeoutMs,
    retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 },
    async fetch(url, init) {
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
    },
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
