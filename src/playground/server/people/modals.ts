import { readView } from '../api/view-object.js';
import { pushView, replaceView } from '../api/views.js';
import { isJson } from '../json.js';
import { viewClosedPayload, viewSubmissionPayload } from '../payloads/interactions.js';
import { SlackError } from '../slack-error.js';
import { chosenState } from '../state/input-state.js';
import type {
  Ack,
  ElementAddress,
  InputValue,
  InteractionResult,
  Json,
  SubmitResult,
  SubmitValues,
  View,
} from '../types.js';
import { type Client, currentView, interactionResult } from './client.js';
import { findElement } from './elements.js';
import { inputErrors } from './input-errors.js';

/** Fills the inputs and presses the submit button of the view on top. */
export async function submitView(client: Client, shown: View, values: SubmitValues): Promise<SubmitResult> {
  const { user, workspace, dispatcher } = client;
  const view = topView(client, shown);
  if (view.submit === null) throw new Error(`view ${view.callback_id} has no submit button`);
  fillIn(client, view, values);
  const filled = currentView(client, view);
  const errors = inputErrors(filled);
  if (Object.keys(errors).length > 0) return { ack: null, error: null, errors, view };
  const outcome = await dispatcher.interaction(viewSubmissionPayload(workspace, user, filled), true);
  if (outcome.error !== null) return { ...interactionResult(outcome), errors: {}, view };
  return followAck(client, view, outcome.ack);
}

/** Closes the view on top, or all with `all` or `clear_on_close`; tells the bot where `notify_on_close` asks for it. */
export async function closeView(client: Client, shown: View, all: boolean): Promise<InteractionResult | null> {
  const { user, workspace, dispatcher } = client;
  const view = topView(client, shown);
  const clears = all || view.clear_on_close;
  if (clears) workspace.views.closeAll(user.id);
  else workspace.views.close(user.id, view.id);
  if (!view.notify_on_close) return null;
  return interactionResult(await dispatcher.interaction(viewClosedPayload(workspace, user, view, clears), false));
}

/** Throws unless the view lies on top of this person's stack. */
function topView(client: Client, shown: View): View {
  const top = client.workspace.views.stack(client.user.id).at(-1);
  if (top?.id !== shown.id) {
    throw new SlackError('not_found', [`view ${shown.id} is not on top of the modals of ${client.user.name}`]);
  }
  return currentView(client, top);
}

/** Puts what a person typed and chose into the inputs of a view. */
export function fillIn({ workspace, offers }: Client, view: View, values: SubmitValues): void {
  for (const { actionId, value, address } of Object.entries(values).flatMap(addressed)) {
    const { blockId, element } = findElement(view.blocks, actionId, address);
    workspace.views.type(view.id, blockId, actionId, chosenState(element, value, offers.get(actionId) ?? []));
  }
}

interface Filled {
  actionId: string;
  value: InputValue;
  address: ElementAddress;
}

function addressed([id, value]: [string, SubmitValues[string]]): Filled[] {
  if (!isJson(value)) return [{ actionId: id, value, address: {} }];
  return Object.entries(value).map(([actionId, inner]) => ({ actionId, value: inner, address: { blockId: id } }));
}

/** Does what the acknowledgement asks for; one that Slack cannot follow leaves the view open. */
function followAck(client: Client, view: View, ack: Ack): SubmitResult {
  const top = (): View | null => client.workspace.views.stack(client.user.id).at(-1) ?? null;
  try {
    const errors = followAction(client, view, isJson(ack.body) ? ack.body : {});
    return { ack, error: null, errors, view: top() };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ack, error: 'invalid_command_response', errors: {}, view: top() };
  }
}

function followAction({ user, workspace }: Client, view: View, body: Json): Record<string, string> {
  switch (body.response_action) {
    case undefined:
      workspace.views.close(user.id, view.id);
      return {};
    case 'clear':
      workspace.views.closeAll(user.id);
      return {};
    case 'update':
      replaceView(workspace, user.id, view, readView(body.view, 'modal'));
      return {};
    case 'push':
      pushView(workspace, user.id, readView(body.view, 'modal'));
      return {};
    case 'errors':
      return readErrors(view, body.errors);
    default:
      throw new SlackError('invalid_arguments', [`[ERROR] unknown response_action: ${String(body.response_action)}`]);
  }
}

/** Every error has to name an input block of the view. */
function readErrors(view: View, errors: unknown): Record<string, string> {
  if (!isJson(errors)) throw new SlackError('invalid_arguments', ['[ERROR] missing required field: errors']);
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
  const entries = Object.entries(errors).map(([blockId, message]): [string, string] => {
    if (!inputs.has(blockId)) throw new SlackError('invalid_arguments', [`[ERROR] no input block: ${blockId}`]);
    return [blockId, String(message)];
  });
  return Object.fromEntries(entries);
}
