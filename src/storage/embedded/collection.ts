import { EJSON, ObjectId } from 'bson';
import { checkStored, decode, decodeFields, encode, sameFields } from './bson-bytes.ts';
import { CollectionIndex, type IndexSpec } from './collection-index.ts';
import { DOCUMENT, type DocumentStore } from './document-store.ts';
import { compareKeys } from './key-encoding.ts';
import { MongoError } from './mongo-error.ts';
import { candidatesOf, choosePlan, type IndexPlan } from './plan.ts';
import { compileQuery, type Query } from './query.ts';
import { compileSort, type Sort } from './sort.ts';
import type { Doc } from './values.ts';

/** A stored document: its place in the collection, and its bytes. */
export interface Found {
  id: number;
  bytes: Buffer;
}

/** How a filter is met: the order it asks for, the index used if any, and whether documents must be sorted then. */
export interface SearchPlan {
  sort: Sort | undefined;
  plan: IndexPlan | undefined;
  sorts: boolean;
}

/** The documents of one collection and its indexes. Documents are held as BSON, and read field by field. */
export class Collection {
  readonly namespace: string;
  readonly id: string;
  readonly indexes = [new CollectionIndex({ v: 2, key: { _id: 1 }, name: '_id_', unique: true })];
  readonly #store: DocumentStore;
  readonly #prefix: string;
  readonly #ids = new Set<number>();
  #nextId = 1;

  /** `id` is what the store knows the collection by. */
  constructor(namespace: string, id: string, store: DocumentStore) {
    this.namespace = namespace;
    this.id = id;
    this.#prefix = `${DOCUMENT}${id}/`;
    this.#store = store;
  }

  get size(): number {
    return this.#ids.size;
  }

  /** Takes in a document that the store already holds. */
  load(key: string, bytes: Buffer): void {
    const id = Number.parseInt(key.slice(this.#prefix.length), 36);
    this.#take(id, bytes, this.indexes);
  }

  /** Takes a new document; one without an `_id` gets one. Answers it as it is stored. Throws 11000 for a duplicate. */
  insert(doc: Doc): Doc {
    const stored = withIdFirst(doc);
    this.#put(this.#nextId, encode(stored), undefined);
    return stored;
  }

  /** Stores another version of a document, and answers whether anything changed. Throws 11000 for a duplicate. */
  replace({ id, bytes: before }: Found, doc: Doc): boolean {
    const bytes = encode(withIdFirst(doc));
    if (bytes.equals(before)) return false;
    this.#put(id, bytes, before);
    return true;
  }

  remove({ id, bytes }: Found): void {
    this.#forget(id, bytes, this.indexes);
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
      if (index.conflicts(keys, id)) throw this.#duplicate(index, doc);
      index.add(keys, id);
    }
    this.indexes.push(index);
  }

  plan(filter: Doc, order: Doc): SearchPlan {
    const sort = Object.keys(order).length > 0 ? compileSort(order) : undefined;
    const plan = choosePlan(filter, this.indexes, sort);
    return { sort, plan, sorts: sort !== undefined && plan?.order === undefined };
  }

  /**
   * The documents that a filter finds, at most `limit` unless that is 0. They are looked for when this is called, and
   * read one by one: what was removed or changed meanwhile is left out.
   */
  find(filter: Doc, order: Doc = {}, limit = 0): Iterable<Found> {
    const query = compileQuery(filter);
    const { sort, plan, sorts } = this.plan(filter, order);
    const ids = plan ? candidatesOf(plan) : [...this.#ids];
    return this.#walk(sort && sorts ? this.#sorted(ids, query, sort) : ids, query, limit);
  }

  /** How many documents a filter finds: from an index alone, where that answers it. */
  count(filter: Doc): number {
    compileQuery(filter);
    const { plan } = this.plan(filter, {});
    if (plan?.exact) return candidatesOf(plan).length;
    let count = 0;
    for (const _ of this.find(filter)) count += 1;
    return count;
  }

  #sorted(ids: readonly number[], query: Query, sort: Sort): number[] {
    const roots = new Set([...query.roots, ...sort.roots]);
    const rows: { id: number; key: string }[] = [];
    for (const id of ids) {
      const doc = decodeFields(this.#read(id), roots);
      if (query.test(doc)) rows.push({ id, key: sort.key(doc) });
    }
    return rows.sort((a, b) => compareKeys(a.key, b.key)).map((row) => row.id);
  }

  *#walk(ids: readonly number[], query: Query, limit: number): Generator<Found> {
    let passed = 0;
    for (const id of ids) {
      if (!this.#ids.has(id)) continue;
      const bytes = this.#read(id);
      if (query.roots.size > 0 && !query.test(decodeFields(bytes, query.roots))) continue;
      yield { id, bytes };
      passed += 1;
      if (passed === limit) return;
    }
  }

  #put(id: number, bytes: Buffer, before: Buffer | undefined): void {
    checkStored(bytes);
    // An index of whose fields none changed stays as it is: most changes of a record touch few of them.
    const touched = this.indexes.filter((index) => !before || !sameFields(before, bytes, index.roots));
    const doc = fieldsFor(touched, bytes);
    for (const index of touched) {
      if (index.conflicts(index.keysOf(doc), id)) throw this.#duplicate(index, decode(bytes));
    }
    if (before) this.#forget(id, before, touched);
    this.#take(id, bytes, touched);
    this.#store.put(this.#keyOf(id), bytes);
  }

  #take(id: number, bytes: Buffer, indexes: readonly CollectionIndex[]): void {
    this.#ids.add(id);
    this.#nextId = Math.max(this.#nextId, id + 1);
    const doc = fieldsFor(indexes, bytes);
    for (const index of indexes) index.add(index.keysOf(doc), id);
  }

  #forget(id: number, bytes: Buffer, indexes: readonly CollectionIndex[]): void {
    const doc = fieldsFor(indexes, bytes);
    for (const index of indexes) index.remove(index.keysOf(doc), id);
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

/** What these indexes look at. */
function fieldsFor(indexes: readonly CollectionIndex[], bytes: Buffer): Doc {
  return decodeFields(bytes, new Set(indexes.flatMap((index) => [...index.roots])));
}

function withIdFirst({ _id = new ObjectId(), ...rest }: Doc): Doc {
  if (Array.isArray(_id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  return { _id, ...rest };
}
