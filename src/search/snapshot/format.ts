import { z } from 'zod';

/**
 * A snapshot file: a preamble (magic, format, length and checksum of the header), the header as JSON, then the
 * sections. A section is one typed array, little-endian, at a multiple of 8 bytes from the start of the file.
 */
export const magic = Buffer.from('SUBSTATUS INDEX\n', 'latin1');
/** Goes up with every change to `IndexData`, to how words are read, or to this file's form. */
export const format = 3;
/** Magic, then format, header length and header checksum as 32-bit numbers. */
export const preambleBytes = magic.length + 12;
export const alignment = 8;

const kinds = {
  Uint8Array,
  Uint32Array,
  Int32Array,
  Float64Array,
};
export type TypedArray = Uint8Array | Uint32Array | Int32Array | Float64Array;

const byteCount = z.int().nonnegative();
const Section = z.object({
  /** The path of the array in `SnapshotContent`: `data.postings.articles`. */
  name: z.string().regex(/^(?:records|(?:data|manifest)(?:\.[a-z][A-Za-z]{0,30}){1,3})$/),
  kind: z.enum(['Uint8Array', 'Uint32Array', 'Int32Array', 'Float64Array']),
  offset: byteCount,
  bytes: byteCount,
  crc: z.number(),
});
export type Section = z.infer<typeof Section>;

export const Header = z.object({
  /** Version of the program that wrote it. */
  program: z.string(),
  created: z.iso.datetime(),
  /** Bytes of the whole file. */
  bytes: byteCount,
  sections: z.array(Section).max(200),
});
export type Header = z.infer<typeof Header>;

/** The section that stays in the file when a snapshot is opened: the packed articles. */
export const recordsSection = 'records';

export function kindOf(array: TypedArray): Section['kind'] {
  return array instanceof Uint8Array ? 'Uint8Array' : (array.constructor.name as Section['kind']);
}

/** Whether a section lies in its file, behind the header and where an array of its kind can lie. */
export function fits({ kind, offset, bytes }: Section, headerEnd: number, size: number): boolean {
  return (
    offset >= headerEnd &&
    offset % alignment === 0 &&
    bytes <= size - offset &&
    bytes % kinds[kind].BYTES_PER_ELEMENT === 0
  );
}

/** A typed array over a buffer of its own. */
export function arrayOf(kind: Section['kind'], buffer: ArrayBuffer): TypedArray {
  return new kinds[kind](buffer);
}

/** Every typed array in some nested data, with its path. */
export function arraysIn(value: object, path = ''): { name: string; array: TypedArray }[] {
  return Object.entries(value).flatMap(([key, one]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return ArrayBuffer.isView(one) ? [{ name, array: one as TypedArray }] : arraysIn(one as object, name);
  });
}

/**
 * Puts an array back to its path. What an object has from its prototype does not count as there. The objects are plain ones:
 * without a prototype their fields are looked up by name, and every question takes half as long again.
 */
export function place(into: Record<string, unknown>, name: string, array: TypedArray): void {
  const keys = name.split('.');
  const last = keys.pop() ?? name;
  let at = into;
  for (const key of keys) {
    if (!Object.hasOwn(at, key)) at[key] = {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = array;
}
