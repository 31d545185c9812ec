import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { palettePng } from '../../scripts/cards-shots/palette-png.js';
import { readPng } from '../../scripts/cards-shots/read-png.js';

const docs = new URL('../../docs/', import.meta.url);
const text = readFileSync(new URL('CARDS.md', docs), 'utf8');
const pictures = readdirSync(new URL('cards/', docs)).sort();

describe('the pictures of the cards', () => {
  it('are made of every card that the product has', () => {
    const cards = readdirSync(new URL('../src/cards/', docs)).filter((file) => /-(card|cards|modal)\.ts$/.test(file));
    expect(cards.length).toBeGreaterThan(10);
    const exhibits = readFileSync(new URL('../scripts/cards-shots/exhibits.ts', docs), 'utf8');
    for (const file of cards) expect(exhibits).toContain(`/${file.replace('.ts', '.js')}'`);
  });

  it('are there in both themes', () => {
    const names = new Set(pictures.map((name) => name.replace(/-(dark|light)\.png$/, '')));
    expect(pictures).toEqual([...names].flatMap((name) => [`${name}-dark.png`, `${name}-light.png`]).sort());
  });

  it('all stand in the description, with a text for those who do not see them', () => {
    const shown = [...text.matchAll(/(?:srcset|src)="cards\/([^"]+)"/g)].map((match) => match[1]);
    expect(shown.sort()).toEqual(pictures);
    for (const image of text.match(/<img [^>]*>/g) ?? []) expect(image).toMatch(/alt="[^"]{10,}"/);
  });

  it('weigh less than 3 MB together', () => {
    const sizes = pictures.map((name) => readFileSync(new URL(`cards/${name}`, docs)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });
});

/** A picture of a few colours, or of many. */
const picture = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain((size) =>
    fc
      .array(fc.oneof(fc.constantFrom(0xffffff, 0x1d1c1d), fc.integer({ min: 0, max: 0xffffff })), {
        minLength: size.width * size.height,
        maxLength: size.width * size.height,
      })
      .map((pixels) => ({ ...size, pixels: Uint32Array.from(pixels) })),
  );

describe('a PNG', () => {
  it('is read as it was written, whatever the filters of its rows', () => {
    fc.assert(
      fc.property(
        picture,
        fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (shown, filters, alpha) => {
          expect(readPng(pngOf(shown, filters, alpha))).toEqual(shown);
        },
      ),
    );
  });

  it('with a palette has the same pixels', () => {
    fc.assert(
      fc.property(picture, (shown) => {
        expect(readPalettePng(palettePng(shown))).toEqual([...shown.pixels]);
      }),
    );
  });

  it('of more than 256 colours keeps the frequent and the distant ones', () => {
    const greys = Array.from({ length: 256 }, (_, level) => level * 0x010101);
    const pixels = [...greys, ...greys, ...greys.map((grey) => grey ^ 0x000001), 0xcc0000];
    const shown = { width: pixels.length, height: 1, pixels: Uint32Array.from(pixels) };
    const read = readPalettePng(palettePng(shown));
    expect(read.at(-1)).toBe(0xcc0000);
    expect(read.filter((pixel, at) => pixel !== pixels[at]).length).toBeLessThan(pixels.length / 2);
  });

  it('of another kind is refused', () => {
    const one = { width: 1, height: 1, pixels: Uint32Array.of(0) };
    expect(() => readPng(palettePng(one))).toThrow('only plain RGB and RGBA');
    expect(() => readPng(Buffer.from('no picture'))).toThrow('no head');
  });
});

type Picture = ReturnType<typeof readPng>;

/** Written with the given filter in each row (PNG specification, 9.2). */
function pngOf({ width, height, pixels }: Picture, filters: number[], alpha: boolean): Buffer {
  const step = alpha ? 4 : 3;
  const raw = [...pixels].flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255, ...(alpha ? [255] : [])]);
  const byte = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (raw[row * width * step + column] ?? 0);
  const rows = Array.from({ length: height }, (_, row) => {
    const filter = filters[row] ?? 0;
    const filtered = Array.from({ length: width * step }, (_, column) => {
      const [left, above, corner] = [byte(row, column - step), byte(row - 1, column), byte(row - 1, column - step)];
      const guess = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, corner)][filter] ?? 0;
      return (byte(row, column) - guess) & 255;
    });
    return [filter, ...filtered];
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.alloc(8), ...chunks]);
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const order = [left, above, corner];
  return order.reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
}

function chunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)]);
}

/** The pixels of a PNG with a palette and no filters. */
function readPalettePng(png: Buffer): number[] {
  const chunkOf = (type: string): Buffer => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const [width, palette, rows] = [chunkOf('IHDR').readUInt32BE(0), chunkOf('PLTE'), inflateSync(chunkOf('IDAT'))];
  return [...rows].filter((_, at) => at % (width + 1) !== 0).map((index) => palette.readUIntBE(index * 3, 3));
}
