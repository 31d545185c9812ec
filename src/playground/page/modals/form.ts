import type { ViewInputs } from '../../protocol.js';
import type { InputValue, Json, View } from '../../server/types.js';
import { isJson, objectsIn, stringOrNull } from '../block-kit/json-fields.js';

/** block_id -> action_id -> what a person put in. */
export type Values = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

/** What a person did in one window. */
export interface Form {
  values: Values;
  /** block_id -> what is wrong with its value. */
  errors: Readonly<Record<string, string>>;
  isSubmitting: boolean;
}

export const emptyForm: Form = { values: {}, errors: {}, isSubmitting: false };

/** With a value put in; what was wrong with the block is no longer said. */
export function withValue(form: Form, blockId: string, actionId: string, value: InputValue): Form {
  const { [blockId]: _, ...errors } = form.errors;
  const values = { ...form.values, [blockId]: { ...form.values[blockId], [actionId]: value } };
  return { ...form, values, errors };
}

/** The values whose elements the view still has: an update keeps them by block_id and action_id, as Slack does. */
export function valuesToSend({ blocks }: Pick<View, 'blocks'>, values: Values): ViewInputs {
  const sent: ViewInputs = {};
  for (const { blockId, actionId } of addresses(blocks)) {
    const value = values[blockId]?.[actionId];
    if (value !== undefined) sent[blockId] = { ...sent[blockId], [actionId]: value };
  }
  return sent;
}

function addresses(blocks: readonly Json[]): { blockId: string; actionId: string }[] {
  return blocks.flatMap((block) => {
    const blockId = stringOrNull(block.block_id) ?? '';
    const elements = [block.element, block.accessory, ...objectsIn(block.elements)].filter(isJson);
    const own = elements.map((element) => ({ blockId, actionId: stringOrNull(element.action_id) ?? '' }));
    return [...own, ...addresses(objectsIn(block.child_blocks))];
  });
}
