import type { FileType } from './file-types.ts';

/** Characters with a special meaning in a file system or a shell. */
const SPECIAL = /[<>:"|?*\\/]/g;
/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 120;

/** The part after the last dot of a name, in lower case; empty if there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\s/\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The name under which a file is offered: without folders or special characters; its extension matches its true type, so that what is opened is what
 * was checked.
 */
export function offeredName(name: string, type: Pick<FileType, 'extensions'>): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '')
    .replace(SPECIAL, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = extensionOf(plain);
  const fitting = type.extensions.includes(extension) ? extension : (type.extensions[0] ?? '');
  const stem = type.extensions.includes(extension) ? plain.slice(0, -extension.length - 1) : plain;
  const short = Array.from(stem || 'file')
    .slice(0, LONGEST)
    .join('');
  return `${RESERVED.test(short) ? `_${short}` : short}.${fitting}`;
}
