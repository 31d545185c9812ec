import type { CodeQuestion } from './documented-code.js';

/** Codes for which no article has to be first, and why. */
export interface CoverageException {
  /** As the table of coverage writes them. */
  codes: readonly string[];
  /** Only this form of question; every form when it is absent. */
  form?: CodeQuestion['form'];
  reason: string;
}

export const exceptions: readonly CoverageException[] = [];

/** Why a question about a code may miss; null when it may not. */
export function reasonFor(
  accepted: readonly CoverageException[],
  code: string,
  form: CodeQuestion['form'],
): string | null {
  const found = accepted.find((one) => one.codes.includes(code) && (one.form ?? form) === form);
  return found?.reason ?? null;
}
