import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { FileKind } from '../org/file-kinds.ts';
import type { FileRepository, OpenFile } from './file-repository.ts';
import type { FileType } from './file-types.ts';
import { HEAD_BYTES, tellType } from './tell-type.ts';

/** Why a file is rejected. */
export type FileRefusal = 'empty' | 'tooLarge' | 'type';

/** The result of storing a file: its metadata, or the reason it was rejected. */
export type Stored =
  | {
      readonly stored: true;
      readonly id: string;
      readonly size: number;
      /** SHA-256 of the content, in hex. */
      readonly sha256: string;
      /** The media type, as detected from the content. */
      readonly type: string;
    }
  | { readonly stored: false; readonly reason: FileRefusal };

/** A file about to be stored. */
export interface FileRequest {
  /** Its future owner: a record's id; null for a file that is held only until its form is submitted. */
  readonly owner: string | null;
  /** The name its sender gave it. */
  readonly name: string;
  readonly mostBytes: number;
  readonly kinds: readonly FileKind[];
  /** How long it may stay unsettled, in milliseconds. */
  readonly lingersMs: number;
}

/** Stored files, checked as they come in. */
export interface FileStore {
  /**
   * Stores content as it streams in. The same content is kept once per owner. Fails as the content or the database does; anything stored by then is
   * removed, at the latest by `sweep`.
   */
  put(content: AsyncIterable<Uint8Array>, request: FileRequest): Promise<Stored>;
  /** Null if it does not exist. */
  open(id: string): Promise<OpenFile | null>;
  /** The owner holds the file now. */
  settle(id: string): Promise<void>;
  /** Removes what a crash or an abandoned form left behind; `holds` tells whether an owner does hold a file. */
  sweep(holds: (owner: string, id: string) => Promise<boolean>): Promise<number>;
}

/** How many files one sweep looks at. */
const BATCH = 100;

/** Creates the store over a repository. */
export function createFileStore(repository: FileRepository, clock: Clock): FileStore {
  async function keep(
    source: AsyncIterator<Uint8Array>,
    head: Buffer,
    type: FileType,
    request: FileRequest,
  ): Promise<Stored> {
    const { owner, mostBytes, lingersMs } = request;
    const hash = createHash('sha256');
    let size = 0;
    async function* measured() {
      for (let piece: Uint8Array = head; ; ) {
        size += piece.length;
        if (size > mostBytes) return;
        hash.update(piece);
        yield piece;
        const next = await source.next();
        if (next.done) return;
        piece = next.value;
      }
    }
    const begun = await repository.begin(owner, new Date(clock.now().getTime() + lingersMs));
    await repository.write(begun, measured());
    if (size > mostBytes) {
      await repository.remove(begun);
      return { stored: false, reason: 'tooLarge' };
    }
    const sha256 = hash.digest('hex');
    const id = await repository.finish(begun, { owner, sha256, type: type.mime });
    return { stored: true, id, size, sha256, type: type.mime };
  }

  return {
    async put(content, request) {
      const source = content[Symbol.asyncIterator]();
      try {
        const head = await readHead(source);
        if (head.length === 0) return { stored: false, reason: 'empty' };
        const type = await tellType(head.subarray(0, HEAD_BYTES), request.name);
        if (!type || !request.kinds.includes(type.kind)) return { stored: false, reason: 'type' };
        return await keep(source, head, type, request);
      } finally {
        await source.return?.();
      }
    },
    open: (id) => repository.open(id),
    settle: (id) => repository.settle(id),
    async sweep(holds) {
      let removed = 0;
      for (const { id, owner } of await repository.overdue(clock.now(), BATCH)) {
        if (owner !== null && (await holds(owner, id))) await repository.settle(id);
        else {
          await repository.remove(id);
          removed += 1;
        }
      }
      return removed;
    },
  };
}

/** The beginning of the content: at least as much as type detection needs, or all of it. */
async function readHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await source.next();
    if (next.done) break;
    pieces.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(pieces);
}
