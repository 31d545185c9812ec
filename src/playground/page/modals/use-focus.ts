import { type RefObject, useEffect } from 'react';
import type { View } from '../../server/types.js';
import { isJson, stringOrNull } from '../block-kit/json-fields.js';
import type { Form } from './form.js';

const fields = ':is(input, textarea, select, button):not(:disabled)';

/**
 * Puts the focus where a window is used first: the input that asks for it (`focus_on_load`), else the first one, or the
 * window itself when it has none; later on what is wrong.
 */
export function useFocus(
  body: RefObject<HTMLElement | null>,
  { id, hash, blocks }: View,
  isTop: boolean,
  errors: Form['errors'],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another window on top is what moves the focus
  useEffect(() => {
    if (!isTop || body.current === null) return;
    const wanted = blockThatAsks(blocks);
    const block = blocksIn(body.current).find(({ dataset }) => dataset.blockId === wanted);
    const first = body.current.querySelector<HTMLElement>(`[data-block-id] ${fields}`);
    // A menu opens as soon as it has the focus, and would cover what stands below it.
    const start = first?.role === 'combobox' ? null : first;
    (block?.querySelector<HTMLElement>(fields) ?? start ?? body.current).focus();
  }, [body, id, isTop]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an update may take away what had the focus
  useEffect(() => {
    if (isTop && document.activeElement === document.body) body.current?.focus();
  }, [body, hash, isTop]);

  useEffect(() => {
    const wrong = Object.keys(errors)[0];
    if (wrong === undefined) return;
    const block = blocksIn(body.current).find(({ dataset }) => dataset.blockId === wrong);
    block?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [body, errors]);
}

function blocksIn(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>('[data-block-id]') ?? [])];
}

/** The id of the block whose element has `focus_on_load`. */
function blockThatAsks(blocks: View['blocks']): string | null {
  const block = blocks.find(({ element }) => isJson(element) && element.focus_on_load === true);
  return stringOrNull(block?.block_id);
}
