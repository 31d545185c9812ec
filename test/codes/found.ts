import { findCodes } from '../../src/codes/find-codes.js';

/** The likeliest reading of each code in a text: `http:401.5`. */
export function found(text: string): string[] {
  return findCodes(text).map(({ kind, code }) => `${kind}:${code}`);
}

/** What was read of the text, and as what: `401-5 = http:401.5`. */
export function read(text: string): string[] {
  return findCodes(text).map((code) => `${code.text} = ${code.kind}:${code.code}`);
}

/** Every reading of the only code in a text, likeliest first. */
export function readings(text: string): string[] {
  const codes = findCodes(text);
  if (codes.length !== 1) throw new Error(`${codes.length} codes in ${JSON.stringify(text)}`);
  return codes.flatMap((code) => code.readings.map((reading) => `${reading.kind}:${reading.code}`));
}
