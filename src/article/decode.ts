import type { Diagnostic } from './types.js';

/** The characters of a file, and where it is not UTF-8. */
export interface Decoded {
  text: string;
  diagnostics: Diagnostic[];
}

/**
 * Reads a file's bytes as UTF-8 (a byte order mark is dropped), or as Windows-1252, the archive's original encoding,
 * with a warning at the first byte that is not UTF-8. Never throws.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const text = decodeWindows1252(bytes);
    return { text, diagnostics: [wrongEncoding(bytes, text, path)] };
  }
}

/** What Windows-1252 has from 0x80 to 0x9f; elsewhere its bytes are Unicode's first 256. */
const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, for Node 20 decodes "windows-1252" as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => c1.charAt(character.charCodeAt(0) - 0x80));
}

function wrongEncoding(bytes: Uint8Array, text: string, path: string): Diagnostic {
  const offset = firstInvalidOffset(bytes);
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    rule: 'wrong-encoding',
    severity: 'warning',
    path,
    line: before.split('\n').length,
    column: offset - lineStart + 1,
    message: `byte 0x${(bytes[offset] ?? 0).toString(16)} is not UTF-8; the file was read as Windows-1252`,
    advice: 'save the file as UTF-8',
  };
}

/** Offset of the byte from which the rest cannot be UTF-8: in Windows-1252 bytes and characters count alike. */
function firstInvalidOffset(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  for (const character of lenient) {
    if (character === '\uFFFD' && !isReplacement(bytes, offset)) return offset;
    offset += utf8Length(character.codePointAt(0) ?? 0);
  }
  return 0;
}

/** Whether the bytes at `offset` are the replacement character itself, written as such. */
function isReplacement(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
