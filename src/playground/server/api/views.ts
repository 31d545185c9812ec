import { viewLimits } from '../block-kit/limits.js';
import { SlackError } from '../slack-error.js';
import type { Json, View } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Arguments } from './arguments.js';
import type { Host, MethodTable } from './types.js';
import { makeView, readView } from './view-object.js';

export const viewMethods: MethodTable = {
  'views.open': { token: 'bot', run: open },
  'views.push': { token: 'bot', run: push },
  'views.update': { token: 'bot', run: update },
  'views.publish': { token: 'bot', run: publish },
};

function open(args: Arguments, { workspace }: Host): Json {
  const triggerId = args.required('trigger_id');
  const payload = readView(args.json('view', 'invalid_arguments'), 'modal');
  refuseTakenExternalId(workspace, payload, null);
  const { user } = workspace.triggers.exchange(triggerId);
  const view = makeView(workspace, payload);
  workspace.views.open(user.id, view);
  return { view };
}

function push(args: Arguments, { workspace }: Host): Json {
  const triggerId = args.required('trigger_id');
  const payload = readView(args.json('view', 'invalid_arguments'), 'modal');
  refuseTakenExternalId(workspace, payload, null);
  const { user } = workspace.triggers.exchange(triggerId);
  return { view: pushView(workspace, user.id, payload) };
}

function update(args: Arguments, { workspace }: Host): Json {
  const { user, view } = findView(args, workspace);
  const payload = readView(args.json('view', 'invalid_arguments'), view.type);
  refuseStaleHash(args, view);
  refuseTakenExternalId(workspace, payload, view);
  return { view: replaceView(workspace, user, view, payload) };
}

function publish(args: Arguments, { workspace }: Host): Json {
  if (!workspace.app.homeTab) throw new SlackError('not_enabled');
  const user = workspace.directory.user(args.required('user_id'));
  if (user === null) throw new SlackError('user_not_found');
  const payload = readView(args.json('view', 'invalid_arguments'), 'home');
  const shown = workspace.views.home(user.id);
  if (shown !== null) refuseStaleHash(args, shown);
  const view = makeView(workspace, payload, shown === null ? {} : { id: shown.id });
  workspace.views.publish(user.id, view);
  return { view };
}

/** Puts a checked view on the person's stack. Throws push_limit_reached at the third, not_found without a modal. */
export function pushView(workspace: Workspace, user: string, payload: Json): View {
  const stack = workspace.views.stack(user);
  const top = stack.at(-1);
  if (top === undefined) throw new SlackError('not_found');
  if (stack.length >= viewLimits.stack) throw new SlackError('push_limit_reached');
  const view = makeView(workspace, payload, { root_view_id: top.root_view_id, previous_view_id: top.id });
  workspace.views.push(user, view);
  return view;
}

/** Puts a checked view in the place of an open one. */
export function replaceView(workspace: Workspace, user: string, old: View, payload: Json): View {
  const { id, root_view_id, previous_view_id } = old;
  const view = makeView(workspace, payload, { id, root_view_id, previous_view_id });
  workspace.views.replace(user, view);
  return view;
}

function findView(args: Arguments, { views }: Workspace): { user: string; view: View } {
  const id = args.text('view_id');
  const externalId = id === null ? args.required('external_id') : null;
  const found = views.find((view) => (id === null ? view.external_id === externalId : view.id === id));
  if (found === null) throw new SlackError('not_found');
  return found;
}

function refuseStaleHash(args: Arguments, view: View): void {
  const hash = args.text('hash');
  if (hash !== null && hash !== view.hash) throw new SlackError('hash_conflict');
}

/** An external_id is unique in the team. */
function refuseTakenExternalId({ views }: Workspace, payload: Json, itself: View | null): void {
  const { external_id } = payload;
  if (typeof external_id !== 'string' || external_id === '') return;
  const taken = views.find((view) => view.external_id === external_id && view.id !== itself?.id);
  if (taken !== null) throw new SlackError('duplicate_external_id');
}
