/** Why a file was rejected; the page has a text for each. */
export type UploadRefusal = 'empty' | 'tooLarge' | 'type';

/**
 * Where files are kept from their upload until the form is submitted, supplied by the application. A file that is never submitted is
 * deleted after a while.
 */
export interface ConsoleUploads {
  /** The largest size of a file, in megabytes. */
  megabytes(): Promise<number>;
  /** Stores a file as it arrives. Rejects as the content does if it breaks off. */
  take(
    content: AsyncIterable<Uint8Array>,
    name: string,
  ): Promise<{ readonly taken: true; readonly id: string } | { readonly taken: false; readonly reason: UploadRefusal }>;
  /** The content of a file; null if there is none. */
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
}
