import { ARRAY, DOCUMENT, type Element, elementsOf, Fields, rawName } from './bson-bytes.ts';
import { isArrayIndex, splitPath } from './values.ts';

/** A value as a query sees it; undefined where the field is missing. */
export type Value = Element | undefined;

/** A path in dot notation, split, each part as the bytes have it. */
export const rawPath = (path: string): string[] => splitPath(path).map(rawName);

/**
 * All values that a path reaches, through arrays of documents and array positions
 * (https://www.mongodb.com/docs/manual/tutorial/query-array-of-documents/). An array without any document yields nothing.
 */
export function valuesAt(fields: Fields, path: readonly string[]): Value[] {
  const [root = '', ...rest] = path;
  const value = fields.get(root);
  if (rest.length === 0) return [value];
  const found: Value[] = [];
  follow(value, rest, 0, found);
  return found;
}

function follow(value: Value, path: readonly string[], at: number, found: Value[]): void {
  const name = path[at];
  if (name === undefined) {
    found.push(value);
  } else if (value?.type === ARRAY) {
    const elements = elementsOf(value.bytes, value.value);
    const position = isArrayIndex(name) ? elements[Number(name)] : undefined;
    if (position) follow(position, path, at + 1, found);
    for (const element of elements) if (element.type === DOCUMENT) follow(element, path, at, found);
  } else if (value?.type === DOCUMENT) {
    follow(new Fields(value.bytes, value.value).get(name), path, at + 1, found);
  } else {
    found.push(undefined);
  }
}

/** The elements of an array; none of what is none. */
export function itemsOf(value: Value): readonly Element[] {
  return value?.type === ARRAY ? elementsOf(value.bytes, value.value) : [];
}
