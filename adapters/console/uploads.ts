/** Why a file was not taken; the page has a text for each. */
export type UploadRefusal = 'empty' | 'tooLarge' | 'type';

/**
 * Where files lie from their upload until the form is handed in, as the application keeps them. One that is never handed in is
 * forgotten after a while.
 */
export interface ConsoleUploads {
  /** The most megabytes of a file. */
  megabytes(): Promise<number>;
  /** Takes a file in as it arrives. Fails as the content does when it breaks off. */
  take(
    content: AsyncIterable<Uint8Array>,
    name: string,
  ): Promise<{ readonly taken: true; readonly id: string } | { readonly taken: false; readonly reason: UploadRefusal }>;
  /** The content of a file; null when there is none. */
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
}
