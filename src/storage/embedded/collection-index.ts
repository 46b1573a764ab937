import { ARRAY, decode, type Fields, joinElements } from './bson-bytes.ts';
import { AFTER_ALL, compoundKey } from './key-encoding.ts';
import { KeyPile } from './key-pile.ts';
import { MongoError, notSupported } from './mongo-error.ts';
import { OrderedKeys } from './ordered-keys.ts';
import { compileSort, directedKeys, type OrderedField } from './sort.ts';
import { type Doc, documentArgument } from './values.ts';
import { valuesAt } from './values-at.ts';

/** An index as it was asked for. */
export interface IndexSpec {
  v: 2;
  key: Record<string, 1 | -1>;
  name: string;
  unique: boolean;
}

/** More keys than this for one document are a mistake, and would fill the memory. */
const MAX_KEYS_OF_A_DOCUMENT = 10_000;

/** One index: the keys of the documents in BSON's order (https://www.mongodb.com/docs/manual/indexes/). */
export class CollectionIndex {
  readonly spec: IndexSpec;
  readonly fields: readonly OrderedField[];
  /** The top-level fields that it looks at, as the bytes have them. */
  readonly roots: ReadonlySet<string>;
  readonly keys = new OrderedKeys();
  /** The last document that was taken in by a build that goes on; infinite for an index that has all. */
  builtTo = Number.POSITIVE_INFINITY;
  /** Ends with the build; fails if that does. */
  building: Promise<void> = Promise.resolve();
  readonly #descending: readonly boolean[];
  /** The keys of a start, until all have come. */
  #pile = new KeyPile();
  /** The places of the fields in which some document had several keys: two bounds may then hold for different elements. */
  readonly arrays = new Set<number>();

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.fields = compileSort(spec.key).fields;
    this.#descending = this.fields.map(({ descending }) => descending);
    this.roots = new Set(this.fields.map(({ path: [root = ''] }) => root));
  }

  /** The keys that a document has in this index, each once: several if a field of it is an array. */
  keysOf(document: Fields): string[] {
    const values = this.fields.map(({ path }) => valuesAt(document, path));
    const isSingle = values.every(({ length, 0: value }) => length === 1 && value?.type !== ARRAY);
    if (isSingle)
      return [
        compoundKey(
          values.map(([value]) => value),
          this.#descending,
        ),
      ];
    let keys = [''];
    let arrays = 0;
    for (const [at, field] of this.fields.entries()) {
      const all = directedKeys(document, field);
      const own = all.length > 1 ? [...new Set(all)] : all;
      if (own.length > 1) {
        arrays += 1;
        this.arrays.add(at);
      }
      if (keys.length * own.length > MAX_KEYS_OF_A_DOCUMENT) {
        throw new MongoError(67, `a document has more than ${MAX_KEYS_OF_A_DOCUMENT} keys in index ${this.spec.name}`);
      }
      keys = keys.flatMap((before) => own.map((key) => before + key));
    }
    if (arrays > 1) throw new MongoError(171, `cannot index parallel arrays in index ${this.spec.name}`);
    return keys;
  }

  /** Takes keys that are not looked for before `settle`, which puts them in order all at once. */
  gather(keys: readonly string[], id: number): void {
    for (const key of keys) this.#pile.add(key, id);
  }

  settle(): void {
    this.keys.fill(this.#pile.blocks());
    this.#pile = new KeyPile();
  }

  /** Whether all documents are in it, and it may be used. */
  get isReady(): boolean {
    return this.builtTo === Number.POSITIVE_INFINITY;
  }

  add(keys: readonly string[], id: number): void {
    for (const key of keys) this.keys.add(key, id);
  }

  remove(keys: readonly string[], id: number): void {
    for (const key of keys) this.keys.remove(key, id);
  }

  /** Whether another document already has one of these keys, though the index is unique. */
  conflicts(keys: readonly string[], id: number): boolean {
    if (!this.spec.unique || !this.isReady) return false;
    return keys.some((key) => this.keys.ids(key, key + AFTER_ALL).some((other) => other !== id));
  }

  /** The values of the indexed fields, for the answer to a duplicate. */
  keyValue(document: Fields): Doc {
    const values = this.fields.map(({ name, path }) => {
      const [value] = valuesAt(document, path);
      return [name, value ? Object.values(decode(joinElements([value])))[0] : null] as const;
    });
    return Object.fromEntries(values);
  }
}

/** Reads an index specification; whatever else an index could be is refused by name. */
export function readIndexSpec(raw: unknown): IndexSpec {
  const { v = 2, key, name, unique = false, ...others } = documentArgument(raw, 'indexes');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw notSupported(`index option ${unknown}`);
  if (v !== 2) throw notSupported(`index version ${String(v)}`);
  if (typeof name !== 'string') throw new MongoError(9, "an index needs a 'name'");
  const { fields } = compileSort(documentArgument(key, 'key'));
  if (fields.length === 0) throw new MongoError(67, 'Index keys cannot be empty.');
  const directions = fields.map((field) => [field.name, field.descending ? -1 : 1] as const);
  return { v, key: Object.fromEntries(directions), name, unique: unique === true };
}
