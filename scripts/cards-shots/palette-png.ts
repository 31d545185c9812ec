import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './read-png.js';

/**
 * The picture as a PNG with a palette: text and flat areas need few colours, and a quarter of the bytes.
 * @param mostColours 256 at the most: the fewer there are, the more alike are the edges of letters, and the fewer the bytes
 */
export function palettePng({ width, height, pixels }: Picture, mostColours = 256): Buffer {
  const { palette, indexOf } = paletteOf(pixels, mostColours);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      rows[row * (width + 1) + column + 1] = indexOf.get(pixels[row * width + column] ?? 0) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Up to so many colours; each of the others takes the one that is nearest to it. */
function paletteOf(pixels: Uint32Array, mostColours: number): { palette: number[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([colour]) => colour);
  const palette = chosen(byCount).slice(0, mostColours);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const colour of byCount) if (!indexOf.has(colour)) indexOf.set(colour, nearestIn(palette, colour));
  return { palette, indexOf };
}

/** First one of each neighbourhood, so that a single red word stays red, then the most frequent of the rest. */
function chosen(byCount: readonly number[]): number[] {
  const ofNeighbourhood = new Map<number, number>();
  for (const colour of byCount) {
    const neighbourhood = colour & 0xe0e0e0;
    if (!ofNeighbourhood.has(neighbourhood)) ofNeighbourhood.set(neighbourhood, colour);
  }
  return [...new Set([...ofNeighbourhood.values(), ...byCount])];
}

function nearestIn(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of palette.entries()) {
    const [red, green, blue] = [16, 8, 0].map((shift) => ((candidate >> shift) & 255) - ((colour >> shift) & 255));
    const distance = (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
