import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import { readBody } from './read-body.js';
import { setQuietHeaders } from './server-limits.js';
import { isSigned, readClaim, signatureLifeMs } from './signature.js';

/** Slack's largest, a window with everything filled in, has some hundred kilobytes. */
const mostBytes = 2 * 1024 * 1024;
/** `ssl_check=1&token=...`: the one request that Slack does not sign. */
const mostUnsignedBytes = 4 * 1024;
/** Signatures are remembered for as long as they are good: 250 requests a second of them. */
const mostRemembered = 100_000;
/** Refusals are counted and told of once in so long: a flood of them must not fill a disk. */
const tellEveryMs = 10_000;

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/**
 * Stands before Bolt's own listener and lets through only what Slack has signed, once: the right method and type, a
 * bounded body, a signature from the last five minutes that was not used before. Slack's retries are signed anew, so
 * none of them is taken for a replay; a request that failed on our side may come again as it was.
 * @param path where Slack posts; requests elsewhere are passed on as they are
 */
export function guardSlackRequests(path: string, secret: string, log: Logger, next: RequestListener): RequestListener {
  const used = new LRUCache<string, true>({ max: mostRemembered, ttl: signatureLifeMs });
  const tell = sparingly(log);

  async function admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    if (request.method !== 'POST') return refuse(request, response.setHeader('allow', 'POST'), 405);
    if (type !== form && type !== json) return refuse(request, response, 415);
    const claim = readClaim(request.headers);
    const body = await readBody(request, typeof claim === 'string' ? mostUnsignedBytes : mostBytes);
    if (typeof body === 'number') return refuse(request, response, body);
    if (type === form && isSslCheck(body)) return void response.writeHead(200).end();
    const reason = typeof claim === 'string' ? claim : isSigned(claim, body, secret) ? null : 'signed by somebody else';
    if (typeof claim === 'string' || reason !== null) {
      tell(reason ?? 'no signature');
      return refuse(request, response, 401);
    }
    if (used.has(claim.signature)) {
      tell('replayed');
      return refuse(request, response, 401);
    }
    if (!holdsObject(type, body)) return refuse(request, response, 400);
    used.set(claim.signature, true);
    response.once('close', () => {
      if (!response.writableEnded || response.statusCode >= 500) used.delete(claim.signature);
    });
    // Bolt compares the type to the letter, and takes a body that was read already from here.
    request.headers['content-type'] = type;
    Object.assign(request, { rawBody: body });
    next(request, response);
  }

  return (request, response) => {
    setQuietHeaders(response);
    if (pathOf(request) !== path) return next(request, response);
    admit(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a request could not be read');
      refuse(request, response, 500);
    });
  };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}

/** Ends the answer, and the connection as well when part of the request was not read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(status).end();
}

function isSslCheck(body: Buffer): boolean {
  return body.length <= mostUnsignedBytes && new URLSearchParams(body.toString('latin1')).get('ssl_check') === '1';
}

/** Bolt looks into what it parsed without asking what it is: `null` would end the process. */
function holdsObject(type: string, body: Buffer): boolean {
  if (type === json) return /^\s*\{/.test(body.subarray(0, 64).toString('latin1'));
  const payload = new URLSearchParams(body.toString()).get('payload');
  return payload === null || payload.trimStart().startsWith('{');
}

/** Tells why requests are refused, with how many there were since it was told last. */
function sparingly(log: Logger): (reason: string) => void {
  const counts: Record<string, number> = {};
  let told = 0;
  return (reason) => {
    counts[reason] = (counts[reason] ?? 0) + 1;
    if (Date.now() - told < tellEveryMs) return;
    log.warn({ refused: { ...counts } }, 'requests were refused that Slack has not signed just now');
    for (const key of Object.keys(counts)) delete counts[key];
    told = Date.now();
  };
}
