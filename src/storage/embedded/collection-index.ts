import { AFTER_ALL } from './key-encoding.ts';
import { MongoError } from './mongo-error.ts';
import { OrderedKeys } from './ordered-keys.ts';
import { compileQuery, type Query } from './query.ts';
import { compileSort, directedKeys, type OrderedField } from './sort.ts';
import { type Doc, rootOf, valuesAt } from './values.ts';

/** An index as it was asked for, and as listIndexes shows it. */
export interface IndexSpec {
  v: 2;
  key: Record<string, 1 | -1>;
  name: string;
  unique?: true;
  sparse?: true;
  partialFilterExpression?: Doc;
}

/** More keys than this for one document are a mistake, and would fill the memory. */
const MAX_KEYS_OF_A_DOCUMENT = 10_000;

/** One index: the keys of the documents in BSON's order (https://www.mongodb.com/docs/manual/indexes/). */
export class CollectionIndex {
  readonly spec: IndexSpec;
  readonly fields: readonly OrderedField[];
  readonly roots: ReadonlySet<string>;
  readonly keys = new OrderedKeys();
  /** Set once a document had several keys: bounds from two conditions may then hold for different elements. */
  multikey = false;
  readonly #partial: Query | undefined;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.fields = compileSort(spec.key).fields;
    if (spec.partialFilterExpression) this.#partial = compileQuery(spec.partialFilterExpression);
    this.roots = new Set([...this.fields.map((field) => rootOf(field.name)), ...(this.#partial?.roots ?? [])]);
  }

  /** The keys that a document has in this index; none if the index is sparse or partial and leaves it out. */
  keysOf(doc: Doc): string[] {
    if (this.#partial && !this.#partial.test(doc)) return [];
    if (this.spec.sparse && this.fields.every((field) => isMissing(doc, field))) return [];
    let keys = [''];
    let arrays = 0;
    for (const { path, descending } of this.fields) {
      const own = [...new Set(directedKeys(doc, path, descending))];
      if (own.length > 1) arrays += 1;
      if (keys.length * own.length > MAX_KEYS_OF_A_DOCUMENT) throw tooManyKeys(this.spec.name);
      keys = keys.flatMap((before) => own.map((key) => before + key));
    }
    if (arrays > 1) throw parallelArrays(this.spec.name);
    return keys;
  }

  add(keys: readonly string[], id: number): void {
    if (keys.length > 1) this.multikey = true;
    for (const key of keys) this.keys.add(key, id);
  }

  remove(keys: readonly string[], id: number): void {
    for (const key of keys) this.keys.remove(key, id);
  }

  /** Another document that already has one of these keys, if the index is unique. */
  conflict(keys: readonly string[], id: number): number | undefined {
    if (!this.spec.unique && this.spec.name !== '_id_') return undefined;
    for (const key of keys) {
      const other = this.keys.ids(key, key + AFTER_ALL).find((found) => found !== id);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  /** The values of the indexed fields, for the answer to a duplicate. */
  keyValue(doc: Doc): Doc {
    return Object.fromEntries(this.fields.map(({ name, path }) => [name, valuesAt(doc, path)[0] ?? null]));
  }
}

function isMissing(doc: Doc, field: OrderedField): boolean {
  return valuesAt(doc, field.path).every((value) => value === undefined);
}

function tooManyKeys(name: string): MongoError {
  return new MongoError(67, `a document would have more than ${MAX_KEYS_OF_A_DOCUMENT} keys in the index ${name}`);
}

function parallelArrays(name: string): MongoError {
  return new MongoError(171, `cannot index parallel arrays: several fields of the index ${name} hold an array`);
}
