import { decode, encode } from './bson-bytes.ts';
import { Collection } from './collection.ts';
import type { IndexSpec } from './collection-index.ts';
import type { DocumentStore } from './document-store.ts';
import { readIndexSpec } from './index-spec.ts';
import { MongoError } from './mongo-error.ts';
import type { Doc } from './values.ts';

/*
 * Keys in the store:  collection/<id>          what the collection is called and which indexes it has
 *                     document/<id>/<number>   a document
 *                     session/<session>        the answer to a session's last write (sessions.ts)
 * so that collections are read before documents.
 */
const COLLECTION = 'collection/';
const DOCUMENT = 'document/';

/** Which databases and collections there are. A collection comes to be with its first document or index. */
export class Catalog {
  readonly #store: DocumentStore;
  readonly #collections = new Map<string, { id: string; collection: Collection }>();
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
        const { namespace, indexes } = readDescription(decode(bytes));
        const collection = this.#open(namespace, id);
        for (const spec of indexes) collection.addIndex(spec);
        byId.set(id, collection);
      } else if (key.startsWith(DOCUMENT)) {
        const id = key.slice(DOCUMENT.length, key.indexOf('/', DOCUMENT.length));
        byId.get(id)?.load(key, bytes);
      } else {
        rest(key, bytes);
      }
    }
  }

  collection(database: string, name: unknown): Collection | undefined {
    return this.#collections.get(namespaceOf(database, name))?.collection;
  }

  /** The collection, made if there is none. */
  ensure(database: string, name: unknown): Collection {
    const namespace = namespaceOf(database, name);
    const known = this.#collections.get(namespace)?.collection;
    if (known) return known;
    const collection = this.#open(namespace, String(this.#nextId));
    this.save(collection);
    return collection;
  }

  /** Writes down which indexes a collection has. */
  save({ namespace, indexes }: Collection): void {
    const id = this.#collections.get(namespace)?.id;
    if (id === undefined) return;
    const specs = indexes.slice(1).map((index) => index.spec);
    this.#store.put(COLLECTION + id, encode({ namespace, indexes: specs }));
  }

  drop({ namespace }: Collection): void {
    const known = this.#collections.get(namespace);
    if (known === undefined) return;
    known.collection.drop();
    this.#store.remove(COLLECTION + known.id);
    this.#collections.delete(namespace);
  }

  /** The collections of a database, by name. */
  collectionsOf(database: string): Map<string, Collection> {
    const own = new Map<string, Collection>();
    for (const [namespace, { collection }] of this.#collections) {
      if (namespace.startsWith(`${database}.`)) own.set(namespace.slice(database.length + 1), collection);
    }
    return own;
  }

  #open(namespace: string, id: string): Collection {
    const collection = new Collection(namespace, `${DOCUMENT}${id}/`, this.#store);
    this.#collections.set(namespace, { id, collection });
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

interface Description {
  namespace: string;
  indexes: IndexSpec[];
}

function readDescription(doc: Doc): Description {
  const { namespace, indexes } = doc;
  if (typeof namespace !== 'string' || !Array.isArray(indexes)) throw new Error('the data folder is damaged');
  return { namespace, indexes: indexes.map(readIndexSpec) };
}
