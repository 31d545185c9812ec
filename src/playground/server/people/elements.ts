import { isJson, stringOrNull } from '../json.js';
import { elementsOf, type PlacedElement } from '../state/elements.js';
import { chosenState, type ElementState } from '../state/input-state.js';
import type { ElementAddress, Json } from '../types.js';

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

/** The entry of `actions` for a use of this element, and the state it is in afterwards (null for buttons). */
export function useElement(
  { blockId, element }: PlacedElement,
  address: ElementAddress,
  offered: readonly Json[],
  ts: string,
): { action: Json; state: ElementState | null } {
  const common = { action_id: element.action_id, block_id: blockId, action_ts: ts };
  const type = stringOrNull(element.type) ?? '';
  if (buttons.has(type)) return { action: { ...common, ...buttonFields(element) }, state: null };
  if (address.value === undefined) throw new Error(`${type} "${element.action_id}" needs a value to be chosen`);
  const state = chosenState(element, address.value, offered);
  const placeholder = isJson(element.placeholder) ? { placeholder: element.placeholder } : {};
  return { action: { ...common, ...placeholder, ...state }, state };
}

const buttons = new Set(['button', 'workflow_button', 'icon_button', 'feedback_buttons']);

function buttonFields(element: Json): Json {
  const names = ['type', 'text', 'value', 'style', 'url'];
  return Object.fromEntries(names.flatMap((name) => (name in element ? [[name, element[name]]] : [])));
}
