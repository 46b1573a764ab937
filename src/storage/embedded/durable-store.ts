import { ClassicLevel } from 'classic-level';
import { isWithoutBinary, withoutLargeBinary } from './bson-bytes.ts';
import { APART, COLLECTION, type DocumentStore, existing } from './document-store.ts';

/** What LevelDB holds of the documents read last; the rest stays on disk, and in the system's page cache. */
const CACHE_BYTES = 32 * 1024 * 1024;

/** What is read at a time at the start. */
const READ_AHEAD = 250;
const READ_AHEAD_BYTES = 1024 * 1024;

/** Changes that are not yet on disk (null for a removal), and when they will be. */
interface Batch {
  changes: Map<string, Buffer | null>;
  done: Promise<void>;
}

/** Thrown when another process has the folder open. */
export class FolderInUse extends Error {}

/**
 * Documents in LevelDB (https://github.com/google/leveldb), which takes a batch whole or not at all, and lets one
 * process at a time open a folder. While one batch is being synced the next gathers, so that writers share a sync.
 */
export async function openDurableStore(folder: string): Promise<DocumentStore> {
  const level = new ClassicLevel<string, Buffer>(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'buffer',
    cacheSize: CACHE_BYTES,
  });
  try {
    await level.open();
  } catch (error) {
    if (isLocked(error)) throw new FolderInUse(folder, { cause: error });
    throw error;
  }
  let gathering: Batch | undefined;
  let syncing: Batch | undefined;
  let closed = false;
  /** The keys of documents that lie apart. */
  const apart = new Set<string>();
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });

  const startBatch = (): Batch => {
    const batch: Batch = { changes: new Map(), done: Promise.resolve() };
    const write = async (before: Promise<void> | undefined) => {
      await before;
      await new Promise(setImmediate);
      gathering = undefined;
      syncing = batch;
      await level.batch([...batch.changes].map(toOperation), { sync: true });
      syncing = undefined;
    };
    batch.done = write(syncing?.done);
    batch.done.catch(fail);
    return batch;
  };
  const change = (key: string, bytes: Buffer | null) => {
    gathering ??= startBatch();
    gathering.changes.set(key, bytes);
  };

  const readFrom = (key: string): Buffer => {
    const pending = [gathering, syncing].find((batch) => batch?.changes.has(key));
    if (pending) return existing(key, pending.changes.get(key) ?? undefined);
    return existing(key, level.getSync(key));
  };
  const store = (key: string, bytes: Buffer | null) => {
    const rest = bytes ? withoutLargeBinary(bytes) : undefined;
    if (rest) change(APART + key, bytes);
    else if (apart.has(key)) change(APART + key, null);
    if (rest) apart.add(key);
    else apart.delete(key);
    change(key, rest ?? bytes);
  };

  return {
    read: (key) => readFrom(apart.has(key) ? APART + key : key),
    put: store,
    remove: (key) => store(key, null),
    flushed: () => (gathering ?? syncing)?.done ?? Promise.resolve(),
    failed,
    entries: async function* () {
      // What lies apart stands before all else. Everything is read once: nothing of it is worth a place in the cache.
      const entries = level.iterator({ gte: COLLECTION, fillCache: false, highWaterMarkBytes: READ_AHEAD_BYTES });
      for (let some = await entries.nextv(READ_AHEAD); some.length > 0; some = await entries.nextv(READ_AHEAD)) {
        for (const entry of some) {
          if (isWithoutBinary(entry[1])) apart.add(entry[0]);
          yield entry;
        }
      }
      await entries.close();
    },
    isClosed: () => closed,
    close: async () => {
      closed = true;
      await (gathering ?? syncing)?.done;
      await level.close();
    },
  };
}

function toOperation([key, value]: [string, Buffer | null]) {
  return value === null ? ({ type: 'del', key } as const) : ({ type: 'put', key, value } as const);
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}
