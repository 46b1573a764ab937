import { inflateSync } from 'node:zlib';

/** A picture: its size, and its pixels as red, green, blue and alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** Bytes per pixel, eight bits per channel. */
const PIXEL = 4;

/** Reads a PNG with eight bits per channel and alpha. https://www.w3.org/TR/png-3/ (2026-11-24) */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(data)), width * PIXEL) };
}

/** Each line is stored as its difference from the pixels to the left and above. https://www.w3.org/TR/png-3/#9Filters */
function unfilter(stored: Buffer, line: number): Buffer {
  const lines = stored.length / (line + 1);
  const pixels = Buffer.alloc(lines * line);
  for (let row = 0; row < lines; row += 1) {
    const filter = stored[row * (line + 1)];
    for (let at = 0; at < line; at += 1) {
      const left = at < PIXEL ? 0 : (pixels[row * line + at - PIXEL] ?? 0);
      const up = row === 0 ? 0 : (pixels[(row - 1) * line + at] ?? 0);
      const corner = row === 0 || at < PIXEL ? 0 : (pixels[(row - 1) * line + at - PIXEL] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[row * line + at] = ((stored[row * (line + 1) + 1 + at] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one)) as [number, number, number];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
