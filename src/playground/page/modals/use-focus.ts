import { type RefObject, useEffect } from 'react';
import type { View } from '../../server/types.js';
import type { Form } from './form.js';

const fields = '[data-block-id] :is(input, textarea, select, button):not(:disabled)';

/** Puts the focus where a window is used first: its first input, or itself when it has none; later on what is wrong. */
export function useFocus(
  body: RefObject<HTMLElement | null>,
  { id, hash }: View,
  isTop: boolean,
  errors: Form['errors'],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another window on top is what moves the focus
  useEffect(() => {
    if (!isTop || body.current === null) return;
    (body.current.querySelector<HTMLElement>(fields) ?? body.current).focus();
  }, [body, id, isTop]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an update may take away what had the focus
  useEffect(() => {
    if (isTop && document.activeElement === document.body) body.current?.focus();
  }, [body, hash, isTop]);

  useEffect(() => {
    const wrong = Object.keys(errors)[0];
    if (wrong === undefined) return;
    const block = [...(body.current?.querySelectorAll<HTMLElement>('[data-block-id]') ?? [])].find(
      ({ dataset }) => dataset.blockId === wrong,
    );
    block?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [body, errors]);
}
