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

/** UTF-8 takes at the most so many bytes for a UTF-16 unit. */
const bytesPerUnit = 3;

export function packStrings(strings: readonly string[]): StringTable {
  let units = 0;
  for (const text of strings) units += text.length;
  const bytes = Buffer.allocUnsafe(units * bytesPerUnit);
  const offsets = new Uint32Array(strings.length + 1);
  let end = 0;
  let number = 0;
  for (const text of strings) {
    end += bytes.write(text, end, 'utf8');
    offsets[++number] = end;
  }
  return { bytes: new Uint8Array(bytes.subarray(0, end)), offsets };
}

/** One table of several: their strings, one table's behind the other's. */
export function joinTables(tables: readonly StringTable[]): StringTable {
  const count = tables.reduce((sum, table) => sum + countOf(table), 0);
  const offsets = new Uint32Array(count + 1);
  let number = 0;
  let before = 0;
  for (const table of tables) {
    for (let own = 1; own < table.offsets.length; own++) offsets[++number] = before + (table.offsets[own] ?? 0);
    before = offsets[number] ?? 0;
  }
  return { bytes: new Uint8Array(Buffer.concat(tables.map(({ bytes }) => bytes))), offsets };
}

/** @param strings distinct */
export function indexStrings(strings: readonly string[]): StringIndex {
  let size = 2;
  while (size < strings.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  let number = 0;
  for (const text of strings) {
    let slot = hash(text) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = ++number;
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
  const { offsets } = table;
  const bytes = view(table.bytes);
  const strings: string[] = [];
  for (let number = 1; number < offsets.length; number++) {
    strings.push(bytes.toString('utf8', offsets[number - 1], offsets[number]));
  }
  return strings;
}

/** The numbers of the first `most` strings that begin with a text, without making a string of every other. */
export function numbersBeginning({ bytes, offsets }: StringTable, text: string, most: number): number[] {
  const beginning = Buffer.from(text, 'utf8');
  const numbers: number[] = [];
  for (let number = 0; number + 1 < offsets.length && numbers.length < most; number++) {
    const start = offsets[number] ?? 0;
    let same = 0;
    if ((offsets[number + 1] ?? 0) - start < beginning.length) continue;
    while (same < beginning.length && bytes[start + same] === beginning[same]) same++;
    if (same === beginning.length) numbers.push(number);
  }
  return numbers;
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
