import { findCodes } from '../codes/find-codes.js';
import type { FoundCode } from '../codes/types.js';
import type { SearchIndex } from '../search/types.js';

/**
 * Codes one slip of the keyboard away from a code that no article has, and that some article has:
 * `401.55` gives `401.5`. In the order in which they are likely; at most `limit`.
 */
export function nearbyCodes(index: SearchIndex, code: FoundCode, limit: number): string[] {
  const nearby: string[] = [];
  for (const slip of slips(code.code)) {
    const [read, ...others] = findCodes(slip);
    if (read === undefined || others.length > 0 || read.kind !== code.kind || nearby.includes(read.code)) continue;
    if (hasArticle(index, read)) nearby.push(read.code);
    if (nearby.length === limit) break;
  }
  return nearby;
}

/** Whether some article holds this very code. */
export function hasArticle(index: SearchIndex, code: FoundCode): boolean {
  const { results } = index.search({ text: '', codes: [code], filters: {}, limit: 1 });
  return results[0]?.why.some(({ type }) => type === 'code') ?? false;
}

/** The code with one digit less, from the end on, and with two neighbours swapped. */
function slips(code: string): string[] {
  const places = [...code].map((_, place) => place).reverse();
  const shorter = places.map((place) => code.slice(0, place) + code.slice(place + 1));
  const swapped = places.slice(1).map((place) => {
    return code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
  });
  return [...shorter, ...swapped].filter((slip) => slip !== code);
}
