/** Many strings in one run of bytes, found by number. */
export interface StringTable {
  /** UTF-8. String n is `bytes[offsets[n]]` to `bytes[offsets[n + 1]]`. */
  bytes: Uint8Array;
  offsets: Uint32Array;
}

/** A string table that also finds the number of a string. */
export interface StringIndex extends StringTable {
  /** Open addressing by hash: the number + 1 of the string in each slot, 0 for none. A power of two long. */
  slots: Uint32Array;
}

const encoder = new TextEncoder();
const bytesPerUnit = 3;

export function packStrings(strings: readonly string[]): StringTable {
  const most = strings.reduce((sum, text) => sum + text.length, 0) * bytesPerUnit;
  const bytes = new Uint8Array(most);
  const offsets = new Uint32Array(strings.length + 1);
  let end = 0;
  for (const [number, text] of strings.entries()) {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[number + 1] = end;
  }
  return { bytes: bytes.slice(0, end), offsets };
}

/** @param strings distinct */
export function indexStrings(strings: readonly string[]): StringIndex {
  let size = 2;
  while (size < strings.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  for (const [number, text] of strings.entries()) {
    let slot = hash(text) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number + 1;
  }
  return { ...packStrings(strings), slots };
}

export function countOf(table: StringTable): number {
  return table.offsets.length - 1;
}

/** String n; empty for a number that is none. */
export function stringAt({ bytes, offsets }: StringTable, number: number): string {
  return view(bytes).toString('utf8', offsets[number] ?? 0, offsets[number + 1] ?? 0);
}

export function allStrings(table: StringTable): string[] {
  return Array.from({ length: countOf(table) }, (_, number) => stringAt(table, number));
}

/** The number of a string, or null when it is not in the table. */
export function numberOf(index: StringIndex, text: string): number | null {
  const mask = index.slots.length - 1;
  for (let slot = hash(text) & mask; ; slot = (slot + 1) & mask) {
    const number = (index.slots[slot] ?? 0) - 1;
    if (number < 0) return null;
    if (stringAt(index, number) === text) return number;
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
