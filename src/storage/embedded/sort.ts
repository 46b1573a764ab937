import { EMPTY_ARRAY_KEY, encodeKey, reverseKey } from './key-encoding.ts';
import { notSupported } from './mongo-error.ts';
import { type Doc, isNumeric, rootOf, splitPath, valuesAt } from './values.ts';

/** A field of a sort or of an index. */
export interface OrderedField {
  name: string;
  path: readonly string[];
  descending: boolean;
}

/** A sort made ready: `key` puts documents in order, `roots` are the top-level fields that it needs. */
export interface Sort {
  fields: readonly OrderedField[];
  key: (doc: Doc) => string;
  roots: ReadonlySet<string>;
}

/** Reads the order of a sort or of an index: https://www.mongodb.com/docs/manual/reference/method/cursor.sort/ */
export function compileSort(spec: Doc): Sort {
  const fields = Object.entries(spec).map(([name, direction]) => {
    const number = isNumeric(direction) ? Number(direction) : 0;
    if (number !== 1 && number !== -1) throw notSupported(`direction ${JSON.stringify(direction)} of ${name}`);
    if (name.includes('$')) throw notSupported(`order by ${name}`);
    return { name, path: splitPath(name), descending: number === -1 };
  });
  return {
    fields,
    key: (doc) => fields.map((field) => smallestKey(doc, field)).join(''),
    roots: new Set(fields.map((field) => rootOf(field.name))),
  };
}

/** Of an array the element counts that comes first in the direction of the sort. */
function smallestKey(doc: Doc, { path, descending }: OrderedField): string {
  return directedKeys(doc, path, descending).reduce((least, key) => (key < least ? key : least));
}

/** The keys under which an index or a sort finds a document: one for each element of an array, at least one. */
export function directedKeys(doc: Doc, path: readonly string[], descending: boolean): string[] {
  const keys = valuesAt(doc, path).flatMap((value) => {
    if (!Array.isArray(value)) return [encodeKey(value)];
    return value.length === 0 ? [EMPTY_ARRAY_KEY] : value.map(encodeKey);
  });
  if (keys.length === 0) keys.push(encodeKey(null));
  return descending ? keys.map(reverseKey) : keys;
}
