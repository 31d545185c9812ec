import { elementsOf, type PlacedElement } from '../block-kit/placed-elements.js';
import { isJson, stringOrNull } from '../json.js';
import type { UsedElement } from '../payloads/interactions.js';
import { chosenState } from '../state/input-state.js';
import type { ElementAddress, Json } from '../types.js';
import type { Client } from './client.js';

/** The element that the address means. Throws with a list of what is there when it is not there, or not the only one. */
export function findElement(blocks: readonly Json[], actionId: string, address: ElementAddress = {}): PlacedElement {
  const placed = elementsOf(blocks);
  const fitting = placed.filter(
    ({ blockId, element }) =>
      element.action_id === actionId &&
      (address.blockId === undefined || address.blockId === blockId) &&
      (address.buttonValue === undefined || address.buttonValue === element.value),
  );
  const [found] = fitting;
  if (found !== undefined && fitting.length === 1) return found;
  const there = placed.map(({ blockId, element }) => `${element.action_id} in ${blockId}`).join(', ') || 'none';
  const count = fitting.length === 0 ? 'no element' : `${fitting.length} elements`;
  throw new Error(`${count} with the action_id "${actionId}"; there: ${there}`);
}

/** Uses a button, or puts the value of the address into any other element. Throws when that does not fit. */
export function operateElement(
  { offers, workspace }: Client,
  { blockId, element }: PlacedElement,
  address: ElementAddress,
): UsedElement {
  const actionId = stringOrNull(element.action_id) ?? '';
  const common = { action_id: actionId, block_id: blockId, action_ts: workspace.clock.nextTs() };
  const type = stringOrNull(element.type) ?? '';
  if (buttons.has(type)) return { action: { ...common, ...buttonFields(element) }, state: null };
  if (address.value === undefined) throw new Error(`${type} "${actionId}" needs a value to be chosen`);
  const state = chosenState(element, address.value, offers.get(actionId) ?? []);
  const placeholder = isJson(element.placeholder) ? { placeholder: element.placeholder } : {};
  return { action: { ...common, ...placeholder, ...state }, state };
}

const buttons = new Set(['button', 'workflow_button', 'icon_button']);

function buttonFields(element: Json): Json {
  const names = ['type', 'text', 'value', 'style', 'url'];
  return Object.fromEntries(names.flatMap((name) => (name in element ? [[name, element[name]]] : [])));
}
