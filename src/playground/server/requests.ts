import type { IncomingHttpHeaders } from 'node:http';
import { callMethod, refusal } from './api/call.js';
import { hostFor } from './api/host.js';
import { respondTo } from './api/respond.js';
import type { Site } from './api/types.js';
import { parseBody } from './http-body.js';
import { stringOrNull } from './json.js';
import { SlackError } from './slack-error.js';
import type { Fault } from './state/faults.js';
import type { Json } from './types.js';
import type { Workspace } from './workspace.js';

/** What goes back over HTTP: JSON or plain text. */
export interface Reply {
  status: number;
  body: Json | string;
  headers?: Record<string, string>;
  /** It never arrives: its connection is cut, or stays silent. */
  lost?: 'cut' | 'silent';
}

export interface Call {
  url: URL;
  text: string;
  headers: IncomingHttpHeaders;
}

/** Answers a Web API call: arguments from the query and the body, the token from the header or the arguments. */
export function answerCall({ url, text, headers }: Call, site: Site): Reply {
  const method = url.pathname.slice('/api/'.length);
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
  const payload = attempt(() => ({
    ...Object.fromEntries(url.searchParams),
    ...parseBody(text, headers['content-type'] ?? ''),
  }));
  const token = bearer ?? (payload instanceof SlackError ? null : stringOrNull(payload.token));
  const teamId = payload instanceof SlackError ? null : stringOrNull(payload.team_id);
  const host = hostFor(site, token, teamId);
  return logged(host.workspace, method, payload, (args) => {
    const wait = secondsToWait(method, args, host.workspace);
    return wait === null ? { status: 200, body: callMethod(method, args, host) } : rateLimited(wait);
  });
}

/** Null while a call keeps to the limits. */
function secondsToWait(method: string, args: Json, { rates, directory }: Workspace): number | null {
  if (method !== 'chat.postMessage') return rates.takeCall(method);
  const named = String(args.channel);
  return rates.takeMessage(method, directory.conversation(named)?.id ?? named);
}

/** Answers a POST to a response_url: `ok`, 404 when it is used up or too old, or 200 with the refusal. */
export function answerResponseUrl(path: string, text: string, { workspaces }: Site): Reply {
  const workspace = workspaces.find(({ team }) => path.split('/')[2] === team.id) ?? workspaces[0];
  const payload = attempt(() => parseBody(text, 'application/json'));
  return logged(workspace, 'response_url', payload, (body) => {
    const target = attempt(() => workspace.responseUrls.find(path));
    if (target instanceof SlackError) return { ...refusalReply(target), status: 404 };
    const wait = workspace.rates.takeMessage('response_url', target.channel);
    if (wait !== null) return rateLimited(wait);
    workspace.responseUrls.use(path);
    const refused = attempt(() => respondTo(workspace, target, body));
    return refused instanceof SlackError ? refusalReply(refused) : { status: 200, body: 'ok' };
  });
}

/** Runs a request unless its body is broken or trouble was ordered for it; logs request and reply. */
function logged(workspace: Workspace, name: string, read: Json | SlackError, run: (payload: Json) => Reply): Reply {
  const payload = read instanceof SlackError ? {} : withoutToken(read);
  const end = workspace.log.begin({ direction: 'from-bot', name, payload, retry: null });
  const fault = workspace.faults.take(name);
  const answer = () => (read instanceof SlackError ? refusalReply(read) : run(read));
  const reply = fault === null ? answer() : faultReply(fault, answer);
  if (reply.lost === undefined) end({ response: reply.body, status: reply.status, error: errorOf(reply) });
  else end({ response: null, status: null, error: 'lost' });
  return reply;
}

/** The refusal as a value. Anything else that is thrown is our own bug. */
function attempt<T>(work: () => T): T | SlackError {
  try {
    return work();
  } catch (error) {
    if (error instanceof SlackError) return error;
    throw error;
  }
}

function refusalReply(error: SlackError): Reply {
  return { status: 200, body: refusal(error) };
}

function faultReply(fault: Fault, answer: () => Reply): Reply {
  if ('lost' in fault) return { ...(fault.lost === 'reply' ? answer() : { status: 0, body: '' }), lost: fault.how };
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('status' in fault) return { status: fault.status, body: { ok: false, error: 'internal_error' } };
  return rateLimited(fault.retryAfter);
}

function rateLimited(seconds: number): Reply {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
}

function errorOf({ status, body }: Reply): string | null {
  if (typeof body === 'string') return status === 200 ? null : body;
  return typeof body.error === 'string' ? body.error : null;
}

/** Secrets are not for the log. */
function withoutToken({ token, client_secret, refresh_token, ...payload }: Json): Json {
  return payload;
}
