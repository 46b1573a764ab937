import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. */
export interface Entry {
  readonly name: string;
  /** In chunks, each quick to process. */
  readonly content: readonly Buffer[];
}

/** The earliest time an archive can represent: entries have no time of their own, so that the same content gives the same file. */
const TIME = 0;
const DATE = 0x21;
const DEFLATED = 8;
/** Names are in UTF-8. */
const FLAGS = 0x800;

/** Compresses chunk by chunk, in other threads, leaving this one free. */
async function pack(content: readonly Buffer[]): Promise<{ packed: Buffer; size: number; sum: number }> {
  let size = 0;
  let sum = 0;
  const measured = Readable.from(
    (function* () {
      for (const piece of content) {
        size += piece.length;
        sum = crc32(piece, sum);
        yield piece;
      }
    })(),
  );
  const packed: Buffer[] = [];
  for await (const piece of measured.pipe(createDeflateRaw())) packed.push(piece);
  return { packed: Buffer.concat(packed), size, sum };
}

/** A ZIP archive, the container of spreadsheets (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Compressed in other threads. */
export async function writeZip(entries: readonly Entry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const { packed, size, sum } = await pack(content);
    const file = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(FLAGS, 2);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(TIME, 6);
    fields.writeUInt16LE(DATE, 8);
    fields.writeUInt32LE(sum, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, file, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), version, fields, rest, file]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
