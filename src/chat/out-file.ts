import { createHash } from 'node:crypto';

/** A file to send. */
export interface OutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
}

/** Part of a file's name by which it can be found again on platforms that keep no key with it: the same for the same key. */
export const fileMark = (key: string): string => createHash('sha256').update(`file ${key}`).digest('hex').slice(0, 8);
