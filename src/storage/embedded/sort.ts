import { ARRAY, type Fields } from './bson-bytes.ts';
import { EMPTY_ARRAY_KEY, keyOf, reverseKey } from './key-encoding.ts';
import { notSupported } from './mongo-error.ts';
import { type Doc, isNumeric } from './values.ts';
import { itemsOf, rawPath, valuesAt } from './values-at.ts';

/** A field of a sort or of an index. */
export interface OrderedField {
  name: string;
  path: readonly string[];
  descending: boolean;
}

/** A sort made ready: `key` puts documents in order. */
export interface Sort {
  fields: readonly OrderedField[];
  key: (fields: Fields) => string;
}

/** Reads the order of a sort or of an index: https://www.mongodb.com/docs/manual/reference/method/cursor.sort/ */
export function compileSort(spec: Doc): Sort {
  const ordered = Object.entries(spec).map(([name, direction]) => {
    const number = isNumeric(direction) ? Number(direction) : 0;
    if (number !== 1 && number !== -1) throw notSupported(`direction ${JSON.stringify(direction)} of ${name}`);
    if (name.includes('$')) throw notSupported(`order by ${name}`);
    return { name, path: rawPath(name), descending: number === -1 };
  });
  return { fields: ordered, key: (fields) => ordered.map((field) => smallestKey(fields, field)).join('') };
}

/** Of an array the element counts that comes first in the direction of the sort. */
function smallestKey(fields: Fields, field: OrderedField): string {
  return directedKeys(fields, field).reduce((least, key) => (key < least ? key : least));
}

/** The keys under which an index or a sort finds a document: one for each element of an array, at least one. */
export function directedKeys(fields: Fields, { path, descending }: OrderedField): string[] {
  const keys: string[] = [];
  for (const value of valuesAt(fields, path)) {
    if (value?.type !== ARRAY) keys.push(keyOf(value));
    else if (itemsOf(value).length === 0) keys.push(EMPTY_ARRAY_KEY);
    else for (const item of itemsOf(value)) keys.push(keyOf(item));
  }
  if (keys.length === 0) keys.push(keyOf(undefined));
  return descending ? keys.map(reverseKey) : keys;
}
