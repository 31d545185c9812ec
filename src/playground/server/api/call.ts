import { SlackError } from '../slack-error.js';
import { appToken, botToken } from '../state/seed.js';
import type { Json } from '../types.js';
import { appMethods } from './apps.js';
import { Arguments } from './arguments.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { reactionMethods } from './reactions.js';
import type { Host, Method, MethodTable } from './types.js';
import { userMethods } from './users.js';
import { viewMethods } from './views.js';

const methods: MethodTable = {
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
};

/** Answers one Web API call: Slack's `{ok: true, …}` or `{ok: false, error}`. Throws only for our own bugs. */
export function callMethod(name: string, bearer: string | null, raw: Json, host: Host): Json {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new SlackError('unknown_method');
    checkToken(method, bearer ?? new Arguments(raw).text('token'));
    return { ok: true, ...method.run(new Arguments(raw), host) };
  } catch (error) {
    if (error instanceof SlackError) return refusal(error);
    throw error;
  }
}

function checkToken(method: Method, token: string | null): void {
  if (method.token === 'none') return;
  if (token === null) throw new SlackError('not_authed');
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth');
  if (token !== (method.token === 'bot' ? botToken : appToken)) throw new SlackError('not_allowed_token_type');
}

/** The error as Slack sends it. invalid_blocks repeats its messages as `errors`. */
export function refusal({ code, messages }: SlackError): Json {
  if (messages.length === 0) return { ok: false, error: code };
  const response = { ok: false, error: code, response_metadata: { messages } };
  return code === 'invalid_blocks' ? { ...response, errors: messages } : response;
}
