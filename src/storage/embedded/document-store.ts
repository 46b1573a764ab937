/*
 * Keys in the store:  collection/<id>          what the collection is called and which indexes it has
 *                     document/<id>/<number>   a document
 *                     session/<session>        the answer to a session's last write
 *                     apart/<key>              a document with large binary data; its own key holds the rest of it
 * so that collections are read before documents, and the content of files is not read at a start.
 */
export const COLLECTION = 'collection/';
export const DOCUMENT = 'document/';
export const SESSION = 'session/';
export const APART = 'apart/';

/**
 * Where documents lie. A change is seen by `read` at once; `flushed` resolves when all changes made so far would survive
 * a crash. Changes made in one turn of the event loop are written together or not at all.
 */
export interface DocumentStore {
  /** The bytes under a key that was put; throws when there are none. */
  read(key: string): Buffer;
  put(key: string, bytes: Buffer): void;
  remove(key: string): void;
  flushed(): Promise<void>;
  /** Resolves when the disk fails: what is in memory is then ahead of it, and the server must stop. */
  failed: Promise<Error>;
  /** Everything stored, in the order of the keys, without large binary data. Asked once, at the start. */
  entries(): AsyncIterable<[string, Buffer]>;
  close(): Promise<void>;
  /** Whether it is too late to read. */
  isClosed(): boolean;
}

/** A store that forgets: for tests, and for trying. */
export function openMemoryStore(): DocumentStore {
  const documents = new Map<string, Buffer>();
  return {
    read: (key) => existing(key, documents.get(key)),
    put: (key, bytes) => void documents.set(key, bytes),
    remove: (key) => void documents.delete(key),
    flushed: () => Promise.resolve(),
    failed: new Promise(() => undefined),
    entries: async function* () {
      yield* documents;
    },
    close: () => Promise.resolve(),
    isClosed: () => false,
  };
}

export function existing(key: string, bytes: Buffer | undefined): Buffer {
  if (bytes === undefined) throw new Error(`nothing is stored under ${key}`);
  return bytes;
}
