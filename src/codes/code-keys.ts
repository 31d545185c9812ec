import type { CodeReading, FoundCode } from './types.js';

/**
 * The keys under which a code is indexed and looked up, likeliest first: one for each reading, such as `http:401.5`;
 * 0x80070005 gives `hresult:0x80070005` and `win32:5`. Every spelling of a code gives the same keys.
 */
export function codeKeys(found: FoundCode): string[] {
  return [...new Set(found.readings.flatMap(readingKeys))];
}

/** A reading's own key, and the one of the same thing said less exactly: 404.0 is a 404, WAS 5002 an event 5002. */
function readingKeys({ kind, code }: CodeReading): string[] {
  const key = `${kind}:${code}`;
  if (kind === 'http' && code.endsWith('.0')) return [key, `${kind}:${code.slice(0, -2)}`];
  if (kind === 'event' && code.includes(' ')) return [key, `${kind}:${code.slice(code.lastIndexOf(' ') + 1)}`];
  return [key];
}
