import { SlackError } from '../slack-error.js';
import { appToken } from '../state/seed.js';
import type { Json } from '../types.js';
import { appMethods } from './apps.js';
import { Arguments } from './arguments.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { oauthMethods } from './oauth.js';
import { reactionMethods } from './reactions.js';
import type { Host, Method, MethodTable } from './types.js';
import { userMethods } from './users.js';
import { viewMethods } from './views.js';

const methods: MethodTable = {
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...oauthMethods,
  ...reactionMethods,
  ...userMethods,
  ...viewMethods,
};

/** Answers one Web API call: Slack's `{ok: true, …}` or `{ok: false, error}`. Throws only for our own bugs. */
export function callMethod(name: string, raw: Json, host: Host): Json {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new SlackError('unknown_method');
    const args = new Arguments(raw);
    checkToken(method, host);
    checkNamed(method, host);
    checkScope(method, args, host);
    return { ok: true, ...method.run(args, host) };
  } catch (error) {
    if (error instanceof SlackError) return refusal(error);
    throw error;
  }
}

function checkToken(method: Method, { token, workspace: { app, clock } }: Host): void {
  if (method.token === 'none') return;
  if (token === null) throw new SlackError('not_authed');
  if (token === appToken) {
    if (method.token !== 'app') throw new SlackError('not_allowed_token_type');
    return;
  }
  app.requireToken(token, clock.now());
  if (method.token !== 'bot') throw new SlackError('not_allowed_token_type');
}

/** A token of an organisation acts in the workspace that the call names, if it reaches that. */
function checkNamed(method: Method, { named, reached }: Host): void {
  if (named === undefined || method.token !== 'bot' || method.isAboutToken === true) return;
  if (named === null) throw new SlackError('missing_argument', [], { arg: 'team_id' });
  if (!reached.some(({ team }) => team.id === named)) throw new SlackError('team_access_not_granted');
}

/** Of a conversation that is not there, any of the scopes lets one hear so. */
function checkScope({ scope }: Method, args: Arguments, { workspace: { app, directory } }: Host): void {
  if (scope === undefined) return;
  if (typeof scope === 'string') return app.requireScope([scope]);
  const channel = directory.channel(args.text('channel') ?? '');
  app.requireScope(channel === null ? Object.values(scope) : [scope[channel.kind]]);
}

/** The error as Slack sends it. invalid_blocks repeats its messages as `errors`. */
export function refusal({ code, messages, more }: SlackError): Json {
  if (messages.length === 0) return { ok: false, error: code, ...more };
  const response = { ok: false, error: code, ...more, response_metadata: { messages } };
  return code === 'invalid_blocks' ? { ...response, errors: messages } : response;
}
