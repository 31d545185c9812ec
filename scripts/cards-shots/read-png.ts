import { inflateSync } from 'node:zlib';

/** A picture as rows of pixels, each pixel `0xRRGGBB`. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint32Array;
}

/** Reads a PNG as Chromium writes it: 8 bits a channel, RGB or RGBA, not interlaced. Throws for any other. */
export function readPng(png: Buffer): Picture {
  let head: Buffer | null = null;
  const data: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (head === null) throw new Error('this is not a PNG: it has no head');
  const channels = { 2: 3, 6: 4 }[head[9] ?? 0];
  if (head[8] !== 8 || channels === undefined || head[12] !== 0) throw new Error('only plain RGB and RGBA can be read');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = index * channels;
    pixels[index] = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  }
  return { width, height, pixels };
}

/** Undoes the filters of the rows (PNG specification, 9.2). */
function unfilter(filtered: Buffer, rowLength: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(rowLength * height);
  for (let row = 0; row < height; row += 1) {
    const kind = filtered[row * (rowLength + 1)] ?? 0;
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < step ? 0 : (bytes[at - step] ?? 0);
      const above = row === 0 ? 0 : (bytes[at - rowLength] ?? 0);
      const aboveLeft = row === 0 || column < step ? 0 : (bytes[at - rowLength - step] ?? 0);
      bytes[at] = (filtered[at + row + 1] ?? 0) + predicted(kind, left, above, aboveLeft);
    }
  }
  return bytes;
}

function predicted(kind: number, left: number, above: number, aboveLeft: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  return kind === 4 ? nearest(left + above - aboveLeft, left, above, aboveLeft) : 0;
}

function nearest(guess: number, left: number, above: number, aboveLeft: number): number {
  const [byLeft, byAbove, byBoth] = [left, above, aboveLeft].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byBoth) return left;
  return byAbove <= byBoth ? above : aboveLeft;
}
