import {
  globalShortcutPayload,
  messageActionsPayload,
  messageShortcutPayload,
  messageSuggestionPlace,
  suggestionPayload,
  viewActionsPayload,
  viewSuggestionPlace,
} from '../payloads/interactions.js';
import type { ElementAddress, InteractionResult, Json, Message, Option, User, View } from '../types.js';
import { findElement, useElement } from './elements.js';
import { readOptions } from './options.js';
import { channelFor, currentMessage, interactionResult, messagePlaceFor, type Stage } from './stage.js';

/** The options that a person was offered last, by action_id, so that one of them can be chosen. */
export type Offers = Map<string, Option[]>;

export async function clickMessage(
  stage: Stage,
  user: User,
  message: Message,
  actionId: string,
  address: ElementAddress,
): Promise<InteractionResult> {
  const current = currentMessage(stage, user, message);
  const placed = findElement(current.blocks ?? [], actionId, address);
  const { action } = useElement(placed, address, [], stage.workspace.clock.nextTs());
  const place = messagePlaceFor(stage, user, current);
  const payload = messageActionsPayload(stage.workspace, user, place, [action]);
  return interactionResult(await stage.dispatcher.interaction(payload, false));
}

export async function clickView(
  stage: Stage,
  user: User,
  view: View,
  actionId: string,
  address: ElementAddress,
  offers: Offers,
): Promise<InteractionResult> {
  const { workspace, dispatcher } = stage;
  const placed = findElement(view.blocks, actionId, address);
  const used = useElement(placed, address, offers.get(actionId) ?? [], workspace.clock.nextTs());
  if (used.state !== null) workspace.views.type(view.id, placed.blockId, actionId, used.state);
  const current = { ...view, state: { values: workspace.views.values(view.id, view.blocks) } };
  const payload = viewActionsPayload(workspace, user, current, [used.action]);
  return interactionResult(await dispatcher.interaction(payload, false));
}

/** Types into an external select. Fewer letters than `min_query_length` (3 unless it says else) ask nobody. */
export async function typeAhead(
  stage: Stage,
  user: User,
  place: View | Message,
  actionId: string,
  text: string,
): Promise<Option[]> {
  const { element, blockId } = findElement(place.blocks ?? [], actionId);
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (text.length < least) return [];
  const where = place.type === 'message' ? messageWhere(stage, user, place) : viewSuggestionPlace(place);
  const payload = suggestionPayload(
    stage.workspace,
    user,
    { action_id: actionId, block_id: blockId, value: text },
    where,
  );
  const { ack, error } = await stage.dispatcher.interaction(payload, true);
  if (error !== null) throw new Error(`no options for "${text}" in ${actionId}: ${error}`);
  return readOptions(ack.body);
}

function messageWhere(stage: Stage, user: User, message: Message): Json {
  return messageSuggestionPlace(message, channelFor(stage, user, message.channel));
}

export async function useGlobalShortcut(stage: Stage, user: User, callbackId: string): Promise<InteractionResult> {
  const payload = globalShortcutPayload(stage.workspace, user, callbackId);
  return interactionResult(await stage.dispatcher.interaction(payload, false));
}

/** Ephemeral messages have no shortcuts in Slack. */
export async function useMessageShortcut(
  stage: Stage,
  user: User,
  callbackId: string,
  message: Message,
): Promise<InteractionResult> {
  const current = currentMessage(stage, user, message);
  if (current.ephemeral_to !== undefined) throw new Error('Slack offers no shortcuts on an ephemeral message');
  const place = messagePlaceFor(stage, user, current);
  const payload = messageShortcutPayload(stage.workspace, user, callbackId, place);
  return interactionResult(await stage.dispatcher.interaction(payload, false));
}
