import { isJson, objectsIn, stringOrNull } from '../../server/json.js';
import type { Json } from '../../server/types.js';

export { isJson, objectsIn, stringOrNull };

/** A text object, or null when there is none to show. */
export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  /** Whether `:names:` become signs; plain text only. */
  emoji: boolean;
  /** Whether bare addresses stay text; mrkdwn only. */
  verbatim: boolean;
}

export function textObject(value: unknown): TextObject | null {
  if (!isJson(value) || typeof value.text !== 'string') return null;
  return {
    type: value.type === 'mrkdwn' ? 'mrkdwn' : 'plain_text',
    text: value.text,
    emoji: value.emoji !== false,
    verbatim: value.verbatim === true,
  };
}

/** The characters of a text object, for names and titles; empty when there is none. */
export function textOf(value: unknown): string {
  return textObject(value)?.text ?? '';
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A React key that stays with a block while others come and go. */
export function blockKey(block: Json, index: number): string {
  return stringOrNull(block.block_id) ?? `at ${index}`;
}
