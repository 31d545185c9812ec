import { elementsOf } from '../block-kit/placed-elements.js';
import { objectsIn, stringOrNull } from '../json.js';
import type { InputValue, Json, ViewValues } from '../types.js';

/** What `view.state.values` and an action carry for one element, e.g. `{type: 'plain_text_input', value: 'x'}`. */
export type ElementState = Json;

/** For each kind of element that holds a value: the field of its state, and the field of its initial value. */
const fields: Record<string, { state: string; initial: string; empty: null | readonly [] }> = {
  plain_text_input: { state: 'value', initial: 'initial_value', empty: null },
  email_text_input: { state: 'value', initial: 'initial_value', empty: null },
  url_text_input: { state: 'value', initial: 'initial_value', empty: null },
  number_input: { state: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { state: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { state: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { state: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { state: 'selected_option', initial: 'initial_option', empty: null },
  overflow: { state: 'selected_option', initial: 'initial_option', empty: null },
  checkboxes: { state: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { state: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { state: 'selected_options', initial: 'initial_options', empty: [] },
  users_select: { state: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { state: 'selected_users', initial: 'initial_users', empty: [] },
  channels_select: { state: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_channels_select: { state: 'selected_channels', initial: 'initial_channels', empty: [] },
  conversations_select: { state: 'selected_conversation', initial: 'initial_conversation', empty: null },
  multi_conversations_select: { state: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  datepicker: { state: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { state: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { state: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { state: 'files', initial: 'initial_files', empty: [] },
};

/** Elements whose state is there to be acted on, not to be kept. */
const keepsNothing = new Set(['overflow']);

/** The state of every element that holds a value, by block_id and action_id. */
export function inputState(
  blocks: readonly Json[],
  typed: (blockId: string, actionId: string) => ElementState | null,
): ViewValues {
  const values: ViewValues = {};
  for (const { blockId, element } of elementsOf(blocks)) {
    const actionId = stringOrNull(element.action_id) ?? '';
    const type = stringOrNull(element.type) ?? '';
    if (!(type in fields) || keepsNothing.has(type)) continue;
    values[blockId] = { ...values[blockId], [actionId]: typed(blockId, actionId) ?? initialState(element) };
  }
  return values;
}

function initialState(element: Json): ElementState {
  const type = stringOrNull(element.type) ?? '';
  const field = fields[type];
  return field === undefined ? { type } : { type, [field.state]: element[field.initial] ?? field.empty };
}

/** True when an input holds nothing, so that a required one stops the submission. */
export function isEmptyState(state: ElementState): boolean {
  const field = fields[stringOrNull(state.type) ?? ''];
  const value = field === undefined ? null : state[field.state];
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * The state after a person put `value` into the element; an empty text clears it. `offered` are the options of the
 * type-aheads so far. Throws when a select has no option with that value.
 */
export function chosenState(element: Json, value: InputValue, offered: readonly Json[]): ElementState {
  const type = stringOrNull(element.type) ?? '';
  const field = fields[type];
  if (field === undefined) throw new Error(`${type} "${element.action_id}" takes no value`);
  if (value === '') return { type, [field.state]: field.empty };
  if (!field.state.startsWith('selected_option')) return { type, [field.state]: value };
  const options = [value].flat().map((one) => optionWith(element, String(one), offered));
  return { type, [field.state]: field.state === 'selected_option' ? (options[0] ?? null) : options };
}

function optionWith(element: Json, value: string, offered: readonly Json[]): Json {
  const groups = objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options));
  const initial = objectsIn([element.initial_option, element.initial_options].flat());
  const options = [...objectsIn(element.options), ...groups, ...offered, ...initial];
  const option = options.find((candidate) => candidate.value === value);
  if (option !== undefined) return option;
  const there = options.map((candidate) => `"${candidate.value}"`).join(', ') || 'none';
  throw new Error(`${element.type} "${element.action_id}" has no option "${value}"; there: ${there}`);
}
