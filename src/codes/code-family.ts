import type { FoundCode } from './types.js';

/** The key of the family that a code belongs to: `http:401` for 401.5; null for a code that has none. */
export function codeFamily({ kind, code }: FoundCode): string | null {
  const dot = code.indexOf('.');
  return kind === 'http' && dot > 0 ? `http:${code.slice(0, dot)}` : null;
}
