import {
  globalShortcutPayload,
  messageActionsPayload,
  messageShortcutPayload,
  messageSuggestionPlace,
  suggestionPayload,
  viewActionsPayload,
  viewSuggestionPlace,
} from '../payloads/interactions.js';
import { SlackError } from '../slack-error.js';
import type { ElementAddress, InteractionResult, Json, Message, Option, View } from '../types.js';
import { type Client, channelFor, currentMessage, currentView, interactionResult, placeOf } from './client.js';
import { findElement, operateElement } from './elements.js';
import { fillIn } from './modals.js';
import { readOptions } from './options.js';

export async function clickMessage(
  client: Client,
  message: Message,
  actionId: string,
  address: ElementAddress,
): Promise<InteractionResult> {
  const { workspace, dispatcher } = client;
  const current = currentMessage(client, message);
  const used = operateElement(client, findElement(current.blocks ?? [], actionId, address), address);
  const payload = messageActionsPayload(workspace, client.user, placeOf(client, current), used);
  return interactionResult(await dispatcher.interaction(payload, false));
}

export async function clickView(
  client: Client,
  view: View,
  actionId: string,
  address: ElementAddress,
): Promise<InteractionResult> {
  const { workspace, dispatcher, user } = client;
  fillIn(client, currentView(client, view), address.values ?? {});
  const placed = findElement(currentView(client, view).blocks, actionId, address);
  const { action, state } = operateElement(client, placed, address);
  if (state !== null) workspace.views.type(view.id, placed.blockId, actionId, state);
  const payload = viewActionsPayload(workspace, user, currentView(client, view), action);
  return interactionResult(await dispatcher.interaction(payload, false));
}

/** A person may choose, type on, and choose more: what was offered earlier still counts. */
const rememberedOffers = 1_000;

/** Types into an external select. Fewer letters than `min_query_length` (3 unless it says else) ask nobody. */
export async function typeAhead(
  client: Client,
  place: View | Message,
  actionId: string,
  text: string,
  address: Pick<ElementAddress, 'blockId'>,
): Promise<Option[]> {
  const { blocks, where } = suggestionPlace(client, place);
  const { element, blockId } = findElement(blocks, actionId, address);
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (text.length < least) return [];
  const typed = { action_id: actionId, block_id: blockId, value: text };
  const payload = suggestionPayload(client.workspace, client.user, typed, where);
  const { ack, error } = await client.dispatcher.interaction(payload, true);
  if (error !== null) throw new SlackError(error, [`no options for "${text}" in ${actionId}`]);
  const options = readOptions(ack.body);
  const before = client.offers.get(actionId) ?? [];
  client.offers.set(actionId, [...options, ...before].slice(0, rememberedOffers));
  return options;
}

/** The blocks to look in, and what the payload says of the place. */
function suggestionPlace(client: Client, place: View | Message): { blocks: readonly Json[]; where: Json } {
  if (place.type !== 'message') {
    const view = currentView(client, place);
    return { blocks: view.blocks, where: viewSuggestionPlace(view) };
  }
  const message = currentMessage(client, place);
  const where = messageSuggestionPlace(message, channelFor(client, message.channel));
  return { blocks: message.blocks ?? [], where };
}

export async function runGlobalShortcut(client: Client, callbackId: string): Promise<InteractionResult> {
  client.workspace.app.requireShortcut('global', callbackId);
  const payload = globalShortcutPayload(client.workspace, client.user, callbackId);
  return interactionResult(await client.dispatcher.interaction(payload, false));
}

/** Ephemeral messages have no shortcuts in Slack. */
export async function runMessageShortcut(
  client: Client,
  callbackId: string,
  message: Message,
): Promise<InteractionResult> {
  const current = currentMessage(client, message);
  client.workspace.app.requireShortcut('message', callbackId);
  if (current.ephemeral_to !== undefined) throw new Error('Slack offers no shortcuts on an ephemeral message');
  const payload = messageShortcutPayload(client.workspace, client.user, callbackId, placeOf(client, current));
  return interactionResult(await client.dispatcher.interaction(payload, false));
}
