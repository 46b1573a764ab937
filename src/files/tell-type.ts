import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './file-name.ts';
import { type FileType, mail, typeOfSignature, typeOfText } from './file-types.ts';

/** How much of a file's beginning is used to detect its type. */
export const HEAD_BYTES = 64 * 1024;

/** Extensions with which text is executed when opened, whatever it contains. */
const scripts = new Set(
  'bat cmd com ps1 psm1 vb vbs vbe js jse mjs cjs wsf wsh wsc sh bash zsh command csh hta htm html xhtml shtml svg mht mhtml reg lnk url scf inf desktop py pl rb php jsp asp aspx'.split(
    ' ',
  ),
);

/**
 * The type of a file by its content; its name only decides between types with the same content. Null for types that are not accepted: programs,
 * scripts, web pages, drawings that may contain scripts, and anything unknown.
 * @param head the first `HEAD_BYTES`, or all of it
 */
export async function tellType(head: Uint8Array, name: string): Promise<FileType | null> {
  const extension = extensionOf(name);
  // Before the library, which mistakes the UTF-16 byte order mark for music.
  const marked = readMarked(head);
  const mime = marked === null ? await signatureOf(head) : undefined;
  if (mime === 'application/x-cfb' && isInstaller(head)) return null;
  if (mime !== undefined && mime !== 'application/xml') return typeOfSignature(mime, extension);
  const text = marked ?? decode(head, 'utf-8') ?? decode(head, 'gb18030');
  if (text === null || scripts.has(extension) || text.startsWith('#!')) return null;
  if (isMail(text)) return mail;
  return isMarkup(text) ? null : typeOfText(extension);
}

/** What the library says about the content; undefined for formats where it looks at more than the head holds. */
async function signatureOf(head: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return found.mime;
  return isZip(head) ? 'application/zip' : undefined;
}

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7 */
const isZip = (head: Uint8Array) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';

/** The class of Windows installers, {000C1084-0000-0000-C000-000000000046}. */
const INSTALLER = Buffer.from('84100c0000000000c000000000000046', 'hex');

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb: the root directory's entry names the class of the whole. */
function isInstaller(head: Uint8Array): boolean {
  return Buffer.from(head).includes(INSTALLER);
}

/** Text in UTF-16, which begins with a byte order mark; null for anything else. */
function readMarked(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return decode(head, 'utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return decode(head, 'utf-16be');
  return null;
}

/** The only control characters allowed in text; logs may also contain the one that starts a color sequence. */
const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;
const ESCAPE = '\u001b';

/** The head as text in an encoding (Chinese spreadsheets write GB 18030), null if it is not valid in it. */
function decode(head: Uint8Array, encoding: string): string | null {
  try {
    // The head may end in the middle of a character.
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return CONTROL.test(text.replaceAll(ESCAPE, '')) ? null : text;
  } catch {
    return null;
  }
}

/** A mail header: https://www.rfc-editor.org/rfc/rfc5322#section-2.2 */
function isMail(text: string): boolean {
  const header = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /^(received|return-path|message-id|mime-version|delivered-to|from|date|subject):/i.test(header) &&
    /^from:/im.test(header) &&
    /^date:/im.test(header)
  );
}

/** A page or a drawing for browsers, by the rules browsers use themselves. */
const isMarkup = (text: string) =>
  /<(!doctype\s+html|html|head|body|script|iframe|svg)[\s>]/i.test(text.slice(0, 4096));
