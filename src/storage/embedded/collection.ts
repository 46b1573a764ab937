import { BSONRegExp, EJSON, ObjectId } from 'bson';
import { checkStored, decode, decodeFields, encode } from './bson-bytes.ts';
import { CollectionIndex, type IndexSpec } from './collection-index.ts';
import type { DocumentStore } from './document-store.ts';
import { MongoError } from './mongo-error.ts';
import { candidatesOf, choosePlan, type Plan } from './plan.ts';
import { compileQuery } from './query.ts';
import { compileSort } from './sort.ts';
import type { Doc } from './values.ts';

/** A stored document: its place in the collection, and its bytes. */
export interface Found {
  id: number;
  bytes: Buffer;
}

export interface FindOptions {
  sort?: Doc | undefined;
  skip?: number;
  limit?: number;
}

/** The documents of one collection and its indexes. Documents are held as BSON, and read field by field. */
export class Collection {
  readonly namespace: string;
  readonly indexes: CollectionIndex[] = [new CollectionIndex({ v: 2, key: { _id: 1 }, name: '_id_' })];
  readonly #store: DocumentStore;
  readonly #prefix: string;
  readonly #ids = new Set<number>();
  #nextId = 1;

  /** `prefix` is what the keys of this collection's documents begin with in the store. */
  constructor(namespace: string, prefix: string, store: DocumentStore) {
    this.namespace = namespace;
    this.#prefix = prefix;
    this.#store = store;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Takes in a document that the store already holds. */
  load(key: string, bytes: Buffer): void {
    const id = Number.parseInt(key.slice(this.#prefix.length), 36);
    this.#take(id, this.#keysOf(bytes));
  }

  /** Takes a document that has an `_id` (see `withIdFirst`). */
  insert(doc: Doc): void {
    const bytes = encode(doc);
    checkStored(bytes);
    this.#put(this.#nextId, bytes, undefined);
  }

  replace({ id, bytes: before }: Found, doc: Doc): boolean {
    const bytes = encode(withIdFirst(doc));
    if (bytes.equals(before)) return false;
    checkStored(bytes);
    this.#put(id, bytes, this.#keysOf(before));
    return true;
  }

  remove({ id, bytes }: Found): void {
    this.#forget(id, this.#keysOf(bytes));
    this.#ids.delete(id);
    this.#store.remove(this.#keyOf(id));
  }

  /** Removes all documents; the collection is not used after. */
  drop(): void {
    for (const id of this.#ids) this.#store.remove(this.#keyOf(id));
    this.#ids.clear();
  }

  addIndex(spec: IndexSpec): void {
    const index = new CollectionIndex(spec);
    for (const id of this.#ids) {
      const doc = decodeFields(this.#read(id), index.roots);
      const keys = index.keysOf(doc);
      if (index.conflict(keys, id) !== undefined) throw this.#duplicate(index, doc);
      index.add(keys, id);
    }
    this.indexes.push(index);
  }

  plan(filter: Doc, sort: Doc | undefined): Plan {
    return choosePlan(filter, this.indexes, sort && compileSort(sort));
  }

  /**
   * The documents that a filter finds. They are looked for when this is called, and read one by one: what was
   * removed or changed meanwhile is left out.
   */
  find(filter: Doc, { sort, skip = 0, limit = 0 }: FindOptions = {}): Iterable<Found> {
    const query = compileQuery(filter);
    const order = sort && Object.keys(sort).length > 0 ? compileSort(sort) : undefined;
    const plan = choosePlan(filter, this.indexes, order);
    const sorted = order === undefined || (plan.stage === 'IXSCAN' && plan.sorted);
    let ids: Iterable<number> = plan.stage === 'COLLSCAN' ? [...this.#ids] : candidatesOf(plan);
    if (!sorted) {
      const roots = new Set([...query.roots, ...order.roots]);
      const rows: { id: number; key: string }[] = [];
      for (const id of ids) {
        const doc = decodeFields(this.#read(id), roots);
        if (query.test(doc)) rows.push({ id, key: order.key(doc) });
      }
      ids = rows.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map((row) => row.id);
    }
    return this.#walk(ids, (doc) => query.test(doc), query.roots, skip, limit);
  }

  *#walk(
    ids: Iterable<number>,
    test: (doc: Doc) => boolean,
    roots: ReadonlySet<string>,
    skip: number,
    limit: number,
  ): Generator<Found> {
    let passed = 0;
    for (const id of ids) {
      if (!this.#ids.has(id)) continue;
      const bytes = this.#read(id);
      if (roots.size > 0 && !test(decodeFields(bytes, roots))) continue;
      passed += 1;
      if (passed > skip) yield { id, bytes };
      if (limit > 0 && passed >= skip + limit) return;
    }
  }

  #put(id: number, bytes: Buffer, keysBefore: string[][] | undefined): void {
    const keys = this.#keysOf(bytes);
    for (const [at, index] of this.indexes.entries()) {
      if (index.conflict(keys[at] ?? [], id) !== undefined) throw this.#duplicate(index, decode(bytes));
    }
    if (keysBefore) this.#forget(id, keysBefore);
    this.#take(id, keys);
    this.#store.put(this.#keyOf(id), bytes);
  }

  #take(id: number, keys: string[][]): void {
    this.#ids.add(id);
    this.#nextId = Math.max(this.#nextId, id + 1);
    for (const [at, index] of this.indexes.entries()) index.add(keys[at] ?? [], id);
  }

  #forget(id: number, keys: string[][]): void {
    for (const [at, index] of this.indexes.entries()) index.remove(keys[at] ?? [], id);
  }

  /** The keys of a document in each index. */
  #keysOf(bytes: Buffer): string[][] {
    const doc = decodeFields(bytes, new Set(this.indexes.flatMap((index) => [...index.roots])));
    return this.indexes.map((index) => index.keysOf(doc));
  }

  #read(id: number): Buffer {
    return this.#store.read(this.#keyOf(id));
  }

  /** Ten digits keep the store's order equal to the order of insertion. */
  #keyOf(id: number): string {
    return this.#prefix + id.toString(36).padStart(10, '0');
  }

  #duplicate(index: CollectionIndex, doc: Doc): MongoError {
    const keyValue = index.keyValue(doc);
    const message = `E11000 duplicate key error collection: ${this.namespace} index: ${index.spec.name} dup key: ${EJSON.stringify(keyValue)}`;
    return new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
  }
}

/** A document with its `_id` in front; one without an `_id` gets one. */
export function withIdFirst(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc;
  if (Array.isArray(_id) || _id instanceof BSONRegExp) {
    throw new MongoError(53, `The '_id' value cannot be of type ${Array.isArray(_id) ? 'array' : 'regex'}`);
  }
  return { _id, ...rest };
}
