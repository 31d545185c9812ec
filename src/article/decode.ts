import type { Diagnostic } from './types.js';

/** The characters of a file, and where it is not UTF-8. */
export interface Decoded {
  text: string;
  diagnostics: Diagnostic[];
}

/**
 * Reads a file's bytes as UTF-8 (a byte order mark is dropped). Anything else gets a warning at the first byte that is
 * no UTF-8: UTF-16 where the file says so by its byte order mark, as older Windows tools write it, or Windows-1252, the
 * archive's original encoding. NUL characters become U+FFFD, also with a warning. Never throws.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const marked = utf16(bytes);
  if (marked !== null) return { text: withoutNul(marked.text), diagnostics: [wrongUtf16(marked.name, path)] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? { text: withoutNul(text), diagnostics: [hasNul(text, path)] }
      : { text, diagnostics: [] };
  } catch {
    const text = decodeWindows1252(bytes);
    return { text: withoutNul(text), diagnostics: [wrongEncoding(bytes, text, path)] };
  }
}

/** A text that opens with a byte order mark of UTF-16, or null. */
function utf16(bytes: Uint8Array): { name: string; text: string } | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return encoding === null ? null : { name: encoding.toUpperCase(), text: new TextDecoder(encoding).decode(bytes) };
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

/** What Windows-1252 has from 0x80 to 0x9f; elsewhere its bytes are Unicode's first 256. */
const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, for Node 20 decodes "windows-1252" as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => c1.charAt(character.charCodeAt(0) - 0x80));
}

function wrongUtf16(name: string, path: string): Diagnostic {
  return warning(path, '', `the file is ${name}, and was read as such`);
}

function hasNul(text: string, path: string): Diagnostic {
  return warning(path, text.slice(0, text.indexOf('\0')), 'a NUL character is no text; it was read as U+FFFD');
}

function wrongEncoding(bytes: Uint8Array, text: string, path: string): Diagnostic {
  const offset = firstInvalidOffset(bytes);
  const byte = (bytes[offset] ?? 0).toString(16);
  const message = `byte 0x${byte} is not UTF-8; the file was read as Windows-1252`;
  return warning(path, text.slice(0, offset), message);
}

/** @param before what stands before the place that is meant */
function warning(path: string, before: string, message: string): Diagnostic {
  const lines = before.split(/\r\n|\n|\r/);
  return {
    rule: 'wrong-encoding',
    severity: 'warning',
    path,
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
    message,
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
