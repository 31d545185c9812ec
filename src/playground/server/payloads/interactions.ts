import { messageObject } from '../api/app-message.js';
import { type ElementState, inputState } from '../state/input-state.js';
import type { Channel, Json, Message, User, View } from '../types.js';
import type { Workspace } from '../workspace.js';
import { channelNameFor, interactionBase } from './common.js';

/** A click in a message. Of an ephemeral message Slack sends no `message`, only where it is. */
export function messageActionsPayload(workspace: Workspace, user: User, place: MessagePlace, used: UsedElement): Json {
  const { message, responseUrl } = place;
  return {
    type: 'block_actions',
    ...interactionBase(workspace, user),
    ...messagePlace(place),
    trigger_id: workspace.triggers.create(user),
    response_url: responseUrl,
    state: { values: inputState(message.blocks ?? [], (blockId, actionId) => stateAfter(used, blockId, actionId)) },
    actions: [used.action],
  };
}

/** The entry of `actions` for a use of an element, and the state it is in afterwards (null for buttons). */
export interface UsedElement {
  action: Json;
  state: ElementState | null;
}

/** A message keeps no state of its own but that of the element just used. */
function stateAfter({ action, state }: UsedElement, blockId: string, actionId: string): Json | null {
  return action.block_id === blockId && action.action_id === actionId ? state : null;
}

export interface MessagePlace {
  message: Message;
  channel: Channel;
  responseUrl: string;
}

function messagePlace({ message, channel }: Pick<MessagePlace, 'message' | 'channel'>): Json {
  const isEphemeral = message.ephemeral_to !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    },
    channel: { id: channel.id, name: channelNameFor(channel) },
    ...(isEphemeral ? {} : { message: messageObject(message) }),
  };
}

/** A click in a modal or Home view: no channel and no response_url. */
export function viewActionsPayload(workspace: Workspace, user: User, view: View, action: Json): Json {
  return {
    type: 'block_actions',
    ...interactionBase(workspace, user),
    container: { type: 'view', view_id: view.id },
    trigger_id: workspace.triggers.create(user, view.id),
    view,
    actions: [action],
  };
}

export function viewSubmissionPayload(workspace: Workspace, user: User, view: View): Json {
  const trigger = { trigger_id: workspace.triggers.create(user, view.id) };
  return { type: 'view_submission', ...interactionBase(workspace, user), ...trigger, view, response_urls: [] };
}

/** `isCleared` when the whole stack was closed. */
export function viewClosedPayload(workspace: Workspace, user: User, view: View, isCleared: boolean): Json {
  return { type: 'view_closed', ...interactionBase(workspace, user), view, is_cleared: isCleared };
}

export function globalShortcutPayload(workspace: Workspace, user: User, callbackId: string): Json {
  return { type: 'shortcut', ...interactionBase(workspace, user), ...shortcutFields(workspace, user, callbackId) };
}

export function messageShortcutPayload(
  workspace: Workspace,
  user: User,
  callbackId: string,
  place: MessagePlace,
): Json {
  return {
    type: 'message_action',
    ...interactionBase(workspace, user),
    ...shortcutFields(workspace, user, callbackId),
    channel: { id: place.channel.id, name: channelNameFor(place.channel) },
    response_url: place.responseUrl,
    message_ts: place.message.ts,
    message: messageObject(place.message),
  };
}

/** What was typed into an external select; `place` is the view or the message that holds it. */
export function suggestionPayload(workspace: Workspace, user: User, select: Json, place: Json): Json {
  return { type: 'block_suggestion', ...interactionBase(workspace, user), ...select, ...place };
}

export function viewSuggestionPlace(view: View): Json {
  return { container: { type: 'view', view_id: view.id }, view };
}

export function messageSuggestionPlace(message: Message, channel: Channel): Json {
  return messagePlace({ message, channel });
}

function shortcutFields(workspace: Workspace, user: User, callbackId: string): Json {
  const trigger_id = workspace.triggers.create(user);
  return { callback_id: callbackId, trigger_id, action_ts: workspace.clock.nextTs() };
}
