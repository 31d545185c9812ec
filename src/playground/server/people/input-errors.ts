import { isJson, stringOrNull } from '../json.js';
import { isEmptyState } from '../state/input-state.js';
import type { Json, View } from '../types.js';

/** What Slack's own client complains about before it submits: block_id -> message. */
export function inputErrors(view: View): Record<string, string> {
  const complaints = view.blocks.flatMap((block) => {
    const complaint = block.type === 'input' ? complaintAbout(block, view) : null;
    return complaint === null ? [] : [[stringOrNull(block.block_id) ?? '', complaint]];
  });
  return Object.fromEntries(complaints);
}

function complaintAbout(block: Json, view: View): string | null {
  if (!isJson(block.element)) return null;
  const state =
    view.state.values[stringOrNull(block.block_id) ?? '']?.[stringOrNull(block.element.action_id) ?? ''] ?? {};
  if (isEmptyState(state)) return block.optional === true ? null : 'Please complete this required field.';
  return typeof state.value === 'string' ? lengthComplaint(block.element, state.value) : null;
}

/** plain_text_input takes 3,000 characters when it names no bound. */
function lengthComplaint(element: Json, value: string): string | null {
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  const least = typeof element.min_length === 'number' ? element.min_length : 0;
  if (value.length > most) return `Must be at most ${most} characters.`;
  if (value.length < least) return `Must be at least ${least} characters.`;
  return null;
}
