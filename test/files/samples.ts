/** Small files of many types, made here, since a test should show what it is about. */

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

/** A zip archive of stored entries, without its directory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7 */
export function zip(entries: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(entries).map(([name, content]) => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt32LE(content.length, 18);
      header.writeUInt32LE(content.length, 22);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), Buffer.from(content)]);
    }),
  );
}

const override = (type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`;

/** A compound file of nothing: its signature, and where an installer says that it is one. */
const compound = (classId = '00'.repeat(16)) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.alloc(80),
    Buffer.from(classId, 'hex'),
    Buffer.alloc(400),
  ]);

export const samples = {
  // A white pixel.
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
  gif: bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b]),
  pdf: bytes('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  docx: zip({
    '[Content_Types].xml': override('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  }),
  macro: zip({ '[Content_Types].xml': override('application/vnd.ms-word.document.macroEnabled') }),
  odt: zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
  zip: zip({ 'readme.txt': 'hello' }),
  jar: zip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' }),
  compound: compound(),
  installer: compound('84100c0000000000c000000000000046'),
  exe: bytes(
    'MZ',
    Array.from({ length: 62 }, () => 0),
  ),
  elf: bytes(
    [0x7f],
    'ELF',
    [2, 1, 1, 0],
    Array.from({ length: 56 }, () => 0),
  ),
  rtf: bytes('{\\rtf1\\ansi hello}'),
  text: Buffer.from('2026-03-04 10:02:11 ERROR 温度 31.5°C\n'),
  // 机房,温度
  gbk: Buffer.from('bbfab7bf2cced2b6c80d0a', 'hex'),
  utf16: Buffer.from('\ufeff机房,温度\r\n', 'utf16le'),
  mail: Buffer.from(
    'From: a@example.com\r\nTo: b@example.com\r\nDate: Wed, 4 Mar 2026 10:02:00 +0800\r\nSubject: x\r\n\r\n<html>hi</html>',
  ),
  html: Buffer.from('<!DOCTYPE html>\n<html><script>alert(1)</script></html>'),
  svg: Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  xml: Buffer.from('<?xml version="1.0"?>\n<report><line/></report>'),
  shell: Buffer.from('#!/bin/sh\nrm -rf /\n'),
  mp4: bytes([0, 0, 0, 0x18], 'ftypisom', [0, 0, 2, 0], 'isomiso2'),
  noise: Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 151 + 7) % 256)),
} as const;

/** A content as it comes from a network: in pieces. */
export async function* piecesOf(content: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
