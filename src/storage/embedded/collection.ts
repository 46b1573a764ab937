import { setImmediate } from 'node:timers/promises';
import { EJSON, ObjectId } from 'bson';
import { ARRAY, checkStored, decode, elementsOf, encode, Fields } from './bson-bytes.ts';
import { changeBytes } from './change-bytes.ts';
import { CollectionIndex, type IndexSpec } from './collection-index.ts';
import { DOCUMENT, type DocumentStore } from './document-store.ts';
import { MongoError } from './mongo-error.ts';
import { countDocuments, type Documents, type Found, Search, type SearchRequest } from './search.ts';
import type { Update } from './update.ts';
import type { Doc } from './values.ts';

/** So many documents are taken into an index before others have their turn: some milliseconds' worth. */
const SLICE = 250;

/** The documents of one collection and its indexes. Documents are held as BSON, and read field by field. */
export class Collection implements Documents {
  readonly namespace: string;
  readonly id: string;
  readonly indexes = [new CollectionIndex({ v: 2, key: { _id: 1 }, name: '_id_', unique: true })];
  readonly #store: DocumentStore;
  readonly #prefix: string;
  readonly #ids = new Set<number>();
  #nextId = 1;
  #version = 0;

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

  get usable(): readonly CollectionIndex[] {
    return this.indexes.filter(({ isReady }) => isReady);
  }

  get version(): number {
    return this.#version;
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  read(id: number): Buffer {
    return this.#store.read(this.#keyOf(id));
  }

  ids(): Iterable<number> {
    return idsBefore(this.#nextId, this.#ids);
  }

  /** Takes in a document that the store already holds; `loaded` follows when all have come. */
  load(key: string, bytes: Buffer): void {
    const id = Number.parseInt(key.slice(this.#prefix.length), 36);
    this.#note(id);
    const fields = new Fields(bytes);
    for (const index of this.indexes) index.gather(index.keysOf(fields), id);
  }

  loaded(): void {
    for (const index of this.indexes) index.settle();
  }

  /** Takes a new document as it came. Throws 11000 for a duplicate. */
  insertBytes(bytes: Buffer): void {
    const elements = elementsOf(bytes);
    const [first] = elements;
    const inOrder = first?.name === '_id' && first.type !== ARRAY;
    // Of a name that comes twice the last value counts, as it does for drivers.
    const asItIs = inOrder && new Set(elements.map(({ name }) => name)).size === elements.length;
    if (asItIs) this.#add(Buffer.from(bytes));
    else this.insert(decode(bytes));
  }

  /** Takes a new document; one without an `_id` gets one. Answers it as it is stored. Throws 11000 for a duplicate. */
  insert(doc: Doc): Doc {
    const stored = withIdFirst(doc);
    this.#add(encode(stored));
    return stored;
  }

  /** Applies an update, and answers the document after it: the same bytes if nothing changed. Throws 11000 for a duplicate. */
  change({ id, bytes: before }: Found, update: Update): Buffer {
    const { bytes, changed } = changeBytes(before, update);
    if (bytes === before) return before;
    // An index of whose fields none changed stays as it is: most changes of a record touch few of them.
    const touched = this.#indexesOf(id).filter(({ roots }) => [...roots].some((root) => changed.has(root)));
    const [old, now] = [new Fields(before), new Fields(bytes)];
    const changes = touched.map((index) => {
      const keys = { old: new Set(index.keysOf(old)), now: new Set(index.keysOf(now)) };
      const added = [...keys.now].filter((key) => !keys.old.has(key));
      this.#refuseDuplicate(index, added, id, now);
      return { index, added, removed: [...keys.old].filter((key) => !keys.now.has(key)) };
    });
    for (const { index, added, removed } of changes) {
      index.remove(removed, id);
      index.add(added, id);
    }
    this.#put(id, bytes);
    return bytes;
  }

  remove({ id, bytes }: Found): void {
    const fields = new Fields(bytes);
    for (const index of this.#indexesOf(id)) index.remove(index.keysOf(fields), id);
    this.#ids.delete(id);
    this.#version += 1;
    this.#store.remove(this.#keyOf(id));
  }

  /** Removes all documents; the collection is not used after. */
  drop(): void {
    for (const id of this.#ids) this.#store.remove(this.#keyOf(id));
    this.#ids.clear();
  }

  /** Adds an index, and builds it: a small one at once. Throws what is wrong with its documents, 11000 for a duplicate. */
  addIndex(spec: IndexSpec): void {
    const index = new CollectionIndex(spec);
    index.builtTo = 0;
    this.indexes.push(index);
    const ids = this.#ids.values();
    try {
      if (this.#extend(index, ids)) return;
      index.building = this.#build(index, ids);
      index.building.catch(() => undefined);
    } catch (error) {
      this.dropIndex(index);
      throw error;
    }
  }

  dropIndex(index: CollectionIndex): void {
    const at = this.indexes.indexOf(index);
    if (at >= 0) this.indexes.splice(at, 1);
  }

  /** Builds the rest of an index while others have their turns; meanwhile no plan uses it, and writes keep it right. */
  async #build(index: CollectionIndex, ids: Iterator<number>): Promise<void> {
    try {
      do {
        await setImmediate();
        if (this.#store.isClosed()) return await new Promise(() => undefined);
      } while (!this.#extend(index, ids));
    } catch (error) {
      this.dropIndex(index);
      throw error;
    }
  }

  /** Takes some documents into an index that is being built; whether these were the last. */
  #extend(index: CollectionIndex, ids: Iterator<number>): boolean {
    for (let taken = 0; taken < SLICE; taken += 1) {
      const { done, value: id } = ids.next();
      if (done) return this.#complete(index);
      index.add(index.keysOf(new Fields(this.read(id))), id);
      index.builtTo = id;
    }
    return false;
  }

  #complete(index: CollectionIndex): true {
    const repeated = index.spec.unique ? index.keys.repeated() : undefined;
    if (repeated !== undefined) throw this.#duplicate(index, new Fields(this.read(repeated)));
    index.builtTo = Number.POSITIVE_INFINITY;
    return true;
  }

  /** The indexes that have a document, or must get it. */
  #indexesOf(id: number): readonly CollectionIndex[] {
    return this.indexes.filter(({ builtTo }) => id <= builtTo);
  }

  find(request: SearchRequest): Search {
    return new Search(this, request);
  }

  count(filter: Doc, limit = 0): number {
    return countDocuments(this, filter, limit);
  }

  #add(bytes: Buffer): void {
    checkStored(bytes);
    const id = this.#nextId;
    const fields = new Fields(bytes);
    const keys = this.#indexesOf(id).map((index) => {
      const own = index.keysOf(fields);
      this.#refuseDuplicate(index, own, id, fields);
      return { index, own };
    });
    this.#note(id);
    for (const { index, own } of keys) index.add(own, id);
    this.#put(id, bytes);
  }

  #put(id: number, bytes: Buffer): void {
    this.#version += 1;
    this.#store.put(this.#keyOf(id), bytes);
  }

  #note(id: number): void {
    this.#ids.add(id);
    this.#nextId = Math.max(this.#nextId, id + 1);
  }

  /** Ten digits keep the store's order equal to the order of insertion. */
  #keyOf(id: number): string {
    return this.#prefix + id.toString(36).padStart(10, '0');
  }

  #refuseDuplicate(index: CollectionIndex, keys: readonly string[], id: number, fields: Fields): void {
    if (index.conflicts(keys, id)) throw this.#duplicate(index, fields);
  }

  #duplicate(index: CollectionIndex, fields: Fields): MongoError {
    const keyValue = index.keyValue(fields);
    const message = `E11000 duplicate key error collection: ${this.namespace} index: ${index.spec.name} dup key: ${EJSON.stringify(keyValue)}`;
    return new MongoError(11000, message, { keyPattern: index.spec.key, keyValue });
  }
}

/** A set may be walked while ids come and go; those that come are larger than all others. */
function* idsBefore(end: number, ids: Iterable<number>): Generator<number> {
  for (const id of ids) {
    if (id >= end) return;
    yield id;
  }
}

function withIdFirst({ _id = new ObjectId(), ...rest }: Doc): Doc {
  if (Array.isArray(_id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  return { _id, ...rest };
}
