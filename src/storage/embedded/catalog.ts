import { decode, encode } from './bson-bytes.ts';
import { Collection } from './collection.ts';
import { readIndexSpec } from './collection-index.ts';
import { COLLECTION, DOCUMENT, type DocumentStore } from './document-store.ts';
import { MongoError } from './mongo-error.ts';
import type { Doc } from './values.ts';

/** Which databases and collections there are. A collection comes to be with its first document or index. */
export class Catalog {
  readonly #store: DocumentStore;
  readonly #collections = new Map<string, Collection>();
  #nextId = 1;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Takes in what the store holds; `rest` gets the entries that are no collection or document. */
  async load(rest: (key: string, bytes: Buffer) => void): Promise<void> {
    const byId = new Map<string, Collection>();
    for await (const [key, bytes] of this.#store.entries()) {
      if (key.startsWith(COLLECTION)) {
        const id = key.slice(COLLECTION.length);
        byId.set(id, this.#reopen(id, decode(bytes)));
      } else if (key.startsWith(DOCUMENT)) {
        const id = key.slice(DOCUMENT.length, key.indexOf('/', DOCUMENT.length));
        byId.get(id)?.load(key, bytes);
      } else {
        rest(key, bytes);
      }
    }
    for (const collection of byId.values()) collection.loaded();
  }

  /** The collection to read; one that is empty and not kept if there is none. */
  look(database: string, name: unknown): Collection {
    const namespace = namespaceOf(database, name);
    return this.#collections.get(namespace) ?? new Collection(namespace, '', this.#store);
  }

  /** The collection to write, made if there is none. */
  ensure(database: string, name: unknown): Collection {
    const namespace = namespaceOf(database, name);
    const known = this.#collections.get(namespace);
    if (known) return known;
    const collection = this.#open(namespace, String(this.#nextId));
    this.save(collection);
    return collection;
  }

  /** Writes down which indexes a collection has; one that is unique only when it is known to be so. */
  save(collection: Collection): void {
    const { id, namespace, indexes } = collection;
    if (this.#collections.get(namespace) !== collection) return;
    const specs = indexes.slice(1).flatMap(({ spec, isReady }) => (isReady || !spec.unique ? [spec] : []));
    this.#store.put(COLLECTION + id, encode({ namespace, indexes: specs }));
  }

  /** Removes the collections of a database. */
  drop(database: string): void {
    for (const collection of this.namesIn(database).map((name) => this.look(database, name))) {
      collection.drop();
      this.#store.remove(COLLECTION + collection.id);
      this.#collections.delete(collection.namespace);
    }
  }

  /** The names of the collections of a database. */
  namesIn(database: string): string[] {
    const start = `${database}.`;
    const own = [...this.#collections.keys()].filter((namespace) => namespace.startsWith(start));
    return own.map((namespace) => namespace.slice(start.length));
  }

  #reopen(id: string, { namespace, indexes }: Doc): Collection {
    if (typeof namespace !== 'string' || !Array.isArray(indexes)) throw new Error('the data folder is damaged');
    const collection = this.#open(namespace, id);
    for (const spec of indexes.map(readIndexSpec)) collection.addIndex(spec);
    return collection;
  }

  #open(namespace: string, id: string): Collection {
    const collection = new Collection(namespace, id, this.#store);
    this.#collections.set(namespace, collection);
    this.#nextId = Math.max(this.#nextId, Number(id) + 1);
    return collection;
  }
}

function namespaceOf(database: string, name: unknown): string {
  if (!/^[^/\\. "$*<>:|?\0]{1,63}$/.test(database)) throw new MongoError(73, `Invalid database name: '${database}'`);
  if (typeof name !== 'string' || name === '' || name.startsWith('.') || /[$\0]/.test(name)) {
    throw new MongoError(73, `Invalid namespace specified '${database}.${String(name)}'`);
  }
  return `${database}.${name}`;
}
