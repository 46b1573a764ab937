import { UserError } from '../../errors.ts';

/** A text with the encoding it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * The text of a file by whichever program wrote it: UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode
 * text"), else GB18030, of which GBK is a part: what Excel in China writes as CSV. Fails with the user error
 * `people.unreadableText` for bytes that are none of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decode('gb18030', bytes), encoding: 'GB18030' };
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError('people.unreadableText', {}, cause);
  }
}
