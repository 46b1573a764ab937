import { pipeline, Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const decompressors: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * A body as it was before it was compressed. We ask for no compression, but some gateways compress unasked. `encodings` is the header
 * `Content-Encoding`; what it names beside the known ones is left as it is. Fails with zlib's error when the body is something else.
 */
export function decompressStream(body: Readable, encodings: string): Readable {
  const names = encodings.toLowerCase().split(',').reverse();
  return names.reduce((plain: Readable, name) => {
    const decompressor = decompressors[name.trim()]?.();
    return decompressor === undefined ? plain : pipeline(plain, decompressor, () => undefined);
  }, body);
}

/** The same of a body that is there. */
export const decompress = (body: Buffer, encodings: string): Promise<Buffer> =>
  body.length === 0 ? Promise.resolve(body) : buffer(decompressStream(Readable.from([body]), encodings));
