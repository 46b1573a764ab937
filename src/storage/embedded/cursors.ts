import type { Clock } from '../../clock.ts';
import { MongoError } from './mongo-error.ts';
import { countArgument, type Doc } from './values.ts';

/** A reply holds no more than this, so that it stays within a message. */
const BATCH_BYTES = 15 * 1024 * 1024;
/** https://www.mongodb.com/docs/manual/reference/method/cursor.batchSize/ */
const FIRST_BATCH = 101;
const IDLE_MINUTES = 10;

interface Cursor {
  namespace: string;
  documents: Iterator<Buffer>;
  /** Read, but beyond the last batch. */
  next: IteratorResult<Buffer, unknown>;
  usedAt: Date;
}

/** One batch of a cursor, and what the answer calls it; the id is 0 when nothing is left. */
export interface Batch {
  field: 'firstBatch' | 'nextBatch';
  id: number;
  namespace: string;
  documents: Buffer[];
}

/** Cursors that have more to give: https://www.mongodb.com/docs/manual/tutorial/iterate-a-cursor/ */
export class Cursors {
  readonly #clock: Clock;
  readonly #open = new Map<number, Cursor>();
  #nextId = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The first batch; what is left, if anything and if wanted, waits for `more`. */
  start(
    namespace: string,
    documents: Iterable<Buffer>,
    batchSize: unknown,
    single = false,
  ): { fields: Doc; batch: Batch } {
    const iterator = documents[Symbol.iterator]();
    const size = batchSize === undefined ? FIRST_BATCH : countArgument(batchSize, 'batchSize');
    const cursor = { namespace, documents: iterator, next: iterator.next(), usedAt: this.#clock.now() };
    const first = { field: 'firstBatch', namespace, documents: take(cursor, size) } as const;
    if (cursor.next.done || single) return { fields: {}, batch: { ...first, id: 0 } };
    const id = this.#nextId;
    this.#nextId += 1;
    this.#open.set(id, cursor);
    return { fields: {}, batch: { ...first, id } };
  }

  /** The next batch, all that is left if no size is given. */
  more(id: number, batchSize: unknown): { fields: Doc; batch: Batch } {
    const cursor = this.#open.get(id);
    if (cursor === undefined) throw new MongoError(43, `cursor id ${id} not found`);
    cursor.usedAt = this.#clock.now();
    const documents = take(cursor, countArgument(batchSize, 'batchSize') || Number.POSITIVE_INFINITY);
    if (cursor.next.done) this.#open.delete(id);
    const left = cursor.next.done ? 0 : id;
    return { fields: {}, batch: { field: 'nextBatch', id: left, namespace: cursor.namespace, documents } };
  }

  kill(id: number): boolean {
    return this.#open.delete(id);
  }

  sweep(): void {
    const oldest = this.#clock.now().getTime() - IDLE_MINUTES * 60_000;
    for (const [id, { usedAt }] of this.#open) if (usedAt.getTime() < oldest) this.#open.delete(id);
  }
}

function take(cursor: Cursor, size: number): Buffer[] {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (!cursor.next.done && documents.length < size) {
    bytes += cursor.next.value.length;
    if (bytes > BATCH_BYTES && documents.length > 0) break;
    documents.push(cursor.next.value);
    cursor.next = cursor.documents.next();
  }
  return documents;
}
